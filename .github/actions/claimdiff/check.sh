#!/usr/bin/env bash
# Checks the drafts of the action: its inputs stand in the environment, lists with one entry on each line, so that
# no name with blanks or quotes is taken apart or run.
set -uo pipefail

drafts=() against=() options=()
read_lines() {
  local -n list=$1
  local line
  while IFS= read -r line; do
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    if [[ -n $line ]]; then list+=("$line"); fi
  done <<< "$2"
}

read_lines drafts "$DRAFTS"
read_lines against "$AGAINST"
read_lines options "${ARGUMENTS:-}"
if [[ -n ${FAIL_ON:-} ]]; then options+=(--fail-on "$FAIL_ON"); fi
if [[ -n ${CHANGED_SINCE:-} ]]; then options+=(--changed-since "$CHANGED_SINCE"); fi

check() {
  claimdiff check "${options[@]}" "$@" --against "${against[@]}" -- "${drafts[@]}"
}

if [[ -n ${SARIF:-} ]]; then
  check --quiet --format sarif --output "$SARIF"
fi
check --format github
status=$?
echo "status=$status" >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
