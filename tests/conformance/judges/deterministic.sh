#!/usr/bin/env bash
# Judges that the same source gives the same bytes, however many jobs work side by side: builds twice, compares all files.
# Source: https://reproducible-builds.org/docs/definition/
# Use: deterministic.sh AT COMMAND… (a build command that takes --at, --jobs and --out). Exits 1 on a difference.
set -euo pipefail

at=$1
shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for jobs in 1 2; do
  if ! "$@" --at "$at" --jobs "$jobs" --out "$folder/jobs-$jobs" >"$folder/log" 2>&1; then
    echo "the build with --jobs $jobs failed:"
    tail -n 20 "$folder/log"
    exit 1
  fi
done

count=$(find "$folder/jobs-1" -type f 2>/dev/null | wc -l)
if [ "$count" -eq 0 ]; then
  echo "the build wrote no files"
  exit 1
fi
if ! diff -r "$folder/jobs-1" "$folder/jobs-2" >"$folder/diff"; then
  echo "--jobs 1 and --jobs 2 differ:"
  head -n 20 "$folder/diff"
  exit 1
fi
echo "$count files, the same bytes both times"
