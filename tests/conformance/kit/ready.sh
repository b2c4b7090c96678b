# Sourced by run and selftest: sees that the tools are there, and brings the pinned packages when they are not.
# Expects $here, the folder tests/conformance.

# Debian keeps servers where only root looks.
PATH=$PATH:/usr/sbin

missing=()
for pair in chromium:chromium qpdf:qpdf pdfinfo:poppler-utils pdftohtml:poppler-utils exiftool:libimage-exiftool-perl \
  nginx:nginx-light caddy:caddy xmllint:libxml2-utils lou_translate:liblouis-bin soffice:libreoffice-writer-nogui unzip:unzip \
  ffprobe:ffmpeg espeak-ng:espeak-ng; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "Missing tools. Run: apt-get install $(printf '%s\n' "${missing[@]}" | sort -u | tr '\n' ' ')"
  echo "0 passed, 1 failed"
  exit 1
fi
for tool in node npm java mvn; do
  if ! command -v "$tool" >/dev/null; then
    echo "Missing tool: $tool (Node.js 20 or later with npm, Java 17 or later, Maven 3)"
    echo "0 passed, 1 failed"
    exit 1
  fi
done

if [ ! -e "$here/node_modules/.package-lock.json" ] || [ "$here/package-lock.json" -nt "$here/node_modules/.package-lock.json" ]; then
  (cd "$here" && npm ci --ignore-scripts --loglevel=error --no-fund --no-audit >&2)
fi
if [ -z "$(ls "$here"/lib/cli-*.jar 2>/dev/null)" ] || [ "$here/pom.xml" -nt "$here/lib" ]; then
  rm -rf "$here/lib"
  (cd "$here" && mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >&2)
fi
