#compdef rbac
# zsh completion for rbac. Now: source <(rbac completion zsh). For good, in a folder of $fpath:
#   rbac completion zsh > ~/.zfunc/_rbac

_rbac() {
  local line="rbac${LBUFFER#"${words[1]}"}"
  local -a candidates
  candidates=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
  candidates=("${(@)candidates:#}")
  [[ ${words[CURRENT]} == -* ]] || candidates=("${(@)candidates:#-*}")
  if (( ${#candidates} )); then
    compadd -Q -- "${candidates[@]}"
  else
    _files
  fi
}

if [[ ${funcstack[1]} == _rbac ]]; then
  _rbac "$@"
else
  compdef _rbac rbac
fi
