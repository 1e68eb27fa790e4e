# bash completion for rbac. Now: source <(rbac completion bash). For good:
#   rbac completion bash > ~/.local/share/bash-completion/completions/rbac

_rbac() {
  local line=${COMP_LINE:0:COMP_POINT}
  # rbac may have been called by a path; the program knows itself by its name.
  line="rbac${line#"${COMP_WORDS[0]}"}"
  local word=${line##*[[:space:]]}
  # bash cuts words at ':' and '=' as well, and replaces only what follows the last of them.
  local kept=""
  [[ $word == *[:=]* ]] && kept=${word%"${word##*[:=]}"}
  COMPREPLY=()
  local candidate
  while IFS= read -r candidate; do
    [[ $candidate == -* && $word != -* ]] && continue
    [[ $candidate == "$word"* ]] && COMPREPLY+=("${candidate#"$kept"}")
  done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}

# Where rbac has nothing to offer, a file is meant.
complete -o default -F _rbac rbac
