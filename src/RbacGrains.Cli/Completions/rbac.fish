# fish completion for rbac. Now: rbac completion fish | source. For good:
#   rbac completion fish > ~/.config/fish/completions/rbac.fish

function __rbac_complete
    set -l line (commandline --cut-at-cursor --current-process)
    rbac "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end

complete --command rbac --arguments '(__rbac_complete)'
