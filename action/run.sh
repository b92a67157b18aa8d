#!/usr/bin/env bash
# The one step of action.yml: runs the suite, says what came of it, and ends as the run did.
set -u

read -ra words <<<"$COMMAND"
results="$TIMECARD_REPORT_DIR/results.ndjson"
# The results of an earlier run would be taken for those of this one, if it does not get to write any.
rm -f "$results"
"${words[@]}" run
code=$?

counted() { grep -c "^{\"kind\":\"verdict\",.*\"kind\":\"$1\"" "$results" || true; }
{
  echo "exit-code=$code"
  if [ -f "$results" ]; then
    echo "verdict=$(tail -n 1 "$results" | sed -n 's/^{"kind":"footer".*"verdict":"\([a-z]*\)"}$/\1/p')"
    echo "passed=$(counted passed)"
    echo "failed=$(counted failed)"
    printf 'results=%s\n' "$(printf '%s' "$results" | tr -d '\r\n')"
    printf 'report-dir=%s\n' "$(printf '%s' "$TIMECARD_REPORT_DIR" | tr -d '\r\n')"
  fi
} >>"$GITHUB_OUTPUT"
exit "$code"
