#!/usr/bin/env bash
# Sets one document in large print with Handbill, Typst and WeasyPrint, one after another: whether each file is what it says
# it is (veraPDF, PDF/UA-1 and PDF/A-2a), how large it is, how long it takes, and what its pages look like. Writes
# docs/print-compared.md and docs/print-compared.png.
#
#   benches/compare-print.sh              builds Handbill and compares
#   HANDBILL=PROGRAM benches/compare-print.sh
#
# Typst and WeasyPrint come from PyPI, into a folder that is thrown away. Where one is not to be had, the table says so. Needs
# Python 3 with venv, poppler-utils, GNU time, Java, and the jars that tests/conformance/run brings.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
handbill=${HANDBILL:-}
if [ -z "$handbill" ]; then
  (cd "$root" && cargo build --release --locked --quiet)
  handbill=${CARGO_TARGET_DIR:-$root/target}/release/handbill
fi
handbill=$(realpath "$handbill")

python3 -m venv "$folder/venv"
for tool in pillow typst weasyprint; do
  "$folder/venv/bin/pip" install --quiet --disable-pip-version-check "$tool" >/dev/null 2>&1 || echo "$tool is not to be had"
done
python=$folder/venv/bin/python
version() { "$folder/venv/bin/pip" show "$1" 2>/dev/null | sed -n 's/^Version: //p'; }

# One document three times: headings, paragraphs, lists and tables, 18 point on A4, in the same face.
"$python" - "$folder" "$root/print/fonts" <<'PYTHON'
import pathlib, sys
folder, fonts = pathlib.Path(sys.argv[1]), sys.argv[2]
said = ("People who were harmed by a crime told us what helped them and what did not. Most of them wanted to be heard, to know "
        "what happens next, and to have one person to call. We wrote down what they said.")
items = ["one person to call", "regular news of the case", "help that does not end too soon"]
rows = [("North", "120", "4 days"), ("South", "85", "6 days"), ("East", "240", "3 days")]
head = ("Area", "People", "Wait")
title, summary, parts = "A long report", "What people told us.", range(1, 61)

words = [f"---\ntitle: {title}\nsummary: {summary}\nformats: [large-print]\n---\n"]
typst = [f'#set document(title: "{title}", description: "{summary}")\n#set page(paper: "a4", margin: 20mm, numbering: "1")\n'
         '#set text(font: "Atkinson Hyperlegible Next", size: 18pt, lang: "en", region: "GB", hyphenate: false)\n'
         f'#set par(leading: 0.8em)\n#title()\n\n{summary}\n\n#outline(depth: 1)\n']
html = [f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{title}</title><meta name="description" content="{summary}"><style>'
        f'@font-face {{ font-family: Face; src: url("file://{fonts}/AtkinsonHyperlegibleNext-Regular.ttf") }}'
        f'@font-face {{ font-family: Face; font-weight: bold; src: url("file://{fonts}/AtkinsonHyperlegibleNext-Bold.ttf") }}'
        '@page { size: A4; margin: 20mm; @bottom-center { content: counter(page) } } body { font: 18pt/1.4 Face } td, th { padding: 2mm 4mm; text-align: left }'
        f'nav a::after {{ content: leader(".") target-counter(attr(href), page) }}</style><h1>{title}</h1><p>{summary}</p><nav><ol>'
        + "".join(f'<li><a href="#part-{n}">Part {n} of the report</a></li>' for n in parts) + "</ol></nav>"]
for n in parts:
    heading = f"Part {n} of the report"
    words.append(f"\n## {heading}\n" + f"\n{said}\n" * 3 + "\n" + "".join(f"- {i}\n" for i in items))
    words.append(f"\nTable: People and waits, part {n}\n\n| " + " | ".join(head) + " |\n|---|--:|---|\n"
                 + "".join("| " + " | ".join(row) + " |\n" for row in rows))
    typst.append(f"\n= {heading}\n" + f"\n{said}\n" * 3 + "\n" + "".join(f"- {i}\n" for i in items))
    cells = ", ".join(f"[{c}]" for row in rows for c in row)
    typst.append(f'\n#figure(table(columns: 3, table.header({", ".join(f"[{c}]" for c in head)}), {cells}), caption: [People and waits, part {n}])\n')
    table = "".join("<tr><th scope=row>{}</th><td>{}</td><td>{}</td></tr>".format(*row) for row in rows)
    html.append(f'<h2 id="part-{n}">{heading}</h2>' + f"<p>{said}</p>" * 3 + "<ul>" + "".join(f"<li>{i}</li>" for i in items) + "</ul>"
                f"<table><caption>People and waits, part {n}</caption><thead><tr>" + "".join(f"<th scope=col>{c}</th>" for c in head)
                + f"</tr></thead><tbody>{table}</tbody></table>")
(folder / "site/content").mkdir(parents=True)
(folder / "site/site.toml").write_text('title = "T"\nbase_url = "https://www.example.org"\nlanguage = "en-GB"\n')
(folder / "site/content/report.md").write_text("".join(words))
(folder / "report.typ").write_text("".join(typst))
(folder / "report.html").write_text("".join(html))
(folder / "typst.py").write_text(
    "import sys\nsys.path.pop(0)\nimport typst\n"
    f"typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[{fonts!r}], pdf_standards=['ua-1'])\n")
(folder / "weasy.py").write_text(
    "import sys\nfrom weasyprint import HTML\nHTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')\n")
PYTHON

# Runs a command three times and prints the least seconds of processor time that it took, with its start.
least() {
  for _ in 1 2 3; do
    /usr/bin/time -f '%U %S' -o "$folder/time" "$@" >"$folder/log" 2>&1 || return 1
    awk '{ print $1 + $2 }' "$folder/time"
  done | sort -n | head -1
}

verdict() {
  local main=(java -cp "$root/tests/conformance/lib/*" org.verapdf.apps.GreenfieldCliWrapper --format text)
  case $("${main[@]}" -f "$1" "$2" 2>/dev/null) in PASS*) echo yes ;; FAIL*) echo no ;; *) echo "not judged" ;; esac
}

rows=
row() {
  local name=$1 version=$2 pdf=$3 seconds=$4 pages
  if [ -z "$seconds" ] || [ ! -s "$pdf" ]; then
    rows+="| $name | not to be had, or it failed | | | | | | |"$'\n'
    return
  fi
  pages=$(pdfinfo "$pdf" 2>/dev/null | sed -n 's/^Pages: *//p')
  rows+="| $name | $version | $(verdict ua1 "$pdf") | $(verdict 2a "$pdf") | $pages | $(($(stat -c %s "$pdf") / 1000)) kB | $seconds s | $(awk "BEGIN { printf \"%.1f\", $seconds * 1000 / $pages }") ms |"$'\n'
  pdftoppm -r 40 -png -l 4 "$pdf" "$folder/$name" 2>/dev/null
}

seconds=$(least "$handbill" build --root "$folder/site" --only large-print --jobs 1 --at 2026-11-28 --out "$folder/out" || true)
row Handbill "$("$handbill" --version | awk '{ print $2 }')" "$folder/out/report/report-large-print.pdf" "$seconds"
seconds=$(least "$python" "$folder/typst.py" "$folder/report.typ" "$folder/typst.pdf" || true)
row Typst "$(version typst)" "$folder/typst.pdf" "$seconds"
seconds=$(least "$python" "$folder/weasy.py" "$folder/report.html" "$folder/weasy.pdf" || true)
row WeasyPrint "$(version weasyprint)" "$folder/weasy.pdf" "$seconds"
# A contact sheet: the first four pages by each, one below the other.
"$python" - "$folder" "$root/docs/print-compared.png" <<'PYTHON'
import pathlib, sys
from PIL import Image
rows = [sorted(pathlib.Path(sys.argv[1]).glob(f"{name}-*.png")) for name in ("Handbill", "Typst", "WeasyPrint")]
rows = [[Image.open(page) for page in row] for row in rows if row]
wide, high = max(page.width for row in rows for page in row) + 12, max(page.height for row in rows for page in row) + 12
sheet = Image.new("RGB", (wide * 4, high * len(rows)), "#999")
for down, row in enumerate(rows):
    for across, page in enumerate(row):
        sheet.paste(page, (across * wide + 6, down * high + 6))
sheet.quantize(64).save(sys.argv[2], optimize=True)
PYTHON

cat >"$root/docs/print-compared.md" <<MARKDOWN
# One document, three ways to paper

A report of 60 parts in large print (18 point): headings, paragraphs, lists, tables and contents. Written by \`benches/compare-print.sh\` on
$(date -u '+%-d %B %Y'), on $(nproc) processors ($(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)).

| | version | PDF/UA-1 | PDF/A-2a | pages | size | processor time, with start | a page |
|---|---|---|---|--:|--:|--:|--:|
$rows
Validity is what veraPDF says. Typst and WeasyPrint are asked for PDF/UA-1, and cannot give PDF/A-2a in the same file. Time is the least of three
runs of the whole program on one thread: Typst and WeasyPrint start Python, and Handbill reads the site, checks it, reads its own PDF again
and publishes. Pages differ, since Handbill adds a cover, running heads, how to ask for other formats and whom to call.

![The first four pages by each, one below the other: Handbill, Typst, WeasyPrint](print-compared.png)
MARKDOWN
cat "$root/docs/print-compared.md"
