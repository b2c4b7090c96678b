//! Drawings in SVG: written anew as shapes, or refused; never passed on as they are.

use handbill::content::pictures::{Fault, published_svg};

use crate::kit::{self, FRONT};

/// A drawing with all that an SVG may hold and that must not go out.
const LOADED: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Drawn by Jane Author -->
<?xml-stylesheet href="https://tracker.example/a.css"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\Users\\jane\\map.png"
     width="120" height="80" viewBox="0 0 120 80" onload="alert(1)">
  <metadata>Jane Author</metadata>
  <script>alert(2)</script>
  <style>@import url(https://tracker.example/b.css); .door { fill: #0c4a4e }</style>
  <a xlink:href="javascript:alert(3)"><rect class="door" width="60" height="80"/></a>
  <image xlink:href="https://tracker.example/c.png" width="10" height="10"/>
  <image xlink:href="file:///etc/passwd" width="10" height="10"/>
  <image xlink:href="../../secret.png" width="10" height="10"/>
  <use xlink:href="https://tracker.example/d.svg#e"/>
  <foreignObject width="50" height="50"><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://tracker.example/"/></foreignObject>
  <rect x="70" width="20" height="20" fill="red"><animate attributeName="x" to="0" begin="click"/></rect>
  <text x="70" y="60" font-family="Comic Sans MS">Door</text>
</svg>"##;

#[test]
fn only_shapes_come_out() {
    let picture = published_svg(LOADED.as_bytes()).unwrap();
    assert_eq!((picture.width, picture.height), (120, 80));
    let text = String::from_utf8(picture.bytes).unwrap();
    for part in [
        "script", "alert", "onload", "tracker", "passwd", "secret", "Jane", "jane", "iframe", "animate", "href",
        "style", "inkscape", "DOCTYPE", "<a", "<text", "<!--",
    ] {
        assert!(!text.contains(part), "{part} is in\n{text}");
    }
    assert!(text.starts_with("<svg") && text.contains("#0c4a4e") && text.contains("#ff0000"), "{text}");
    // The letters are shapes: two rectangles, and a path of the word.
    assert!(text.matches("<path").count() >= 3, "{text}");
    // What was written anew comes out as it is.
    let again = published_svg(text.as_bytes()).unwrap();
    assert_eq!((again.width, again.height), (120, 80));
}

fn svg(body: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"100\" height=\"100\">{body}</svg>"
    )
}

#[test]
fn what_would_take_too_long_is_refused() {
    let mut uses = "<g id=\"a0\"><rect width=\"9\" height=\"9\"/></g>".to_string();
    for at in 1..12 {
        let used = format!("<use xlink:href=\"#a{}\"/>", at - 1).repeat(10);
        uses.push_str(&format!("<g id=\"a{at}\">{used}</g>"));
    }
    let mut laughs = String::from("<!DOCTYPE svg [<!ENTITY l0 \"<rect width='9' height='9'/>\">");
    for at in 1..12 {
        laughs.push_str(&format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10)));
    }
    let laughs = format!("{laughs}]>{}", svg("&l11;"));
    let circle = "<g id=\"a\"><use xlink:href=\"#b\"/></g><g id=\"b\"><use xlink:href=\"#a\"/></g>";
    let deep =
        format!("{}{}{}", "<g opacity=\"0.9\">".repeat(60), "<rect width=\"9\" height=\"9\"/>", "</g>".repeat(60));
    let layers =
        "<g opacity=\"0.5\"><rect width=\"100\" height=\"100\"/><rect width=\"90\" height=\"90\"/></g>".repeat(2_000);
    let masks = "<mask id=\"m\"><rect width=\"100\" height=\"100\"/></mask>".to_string()
        + &"<rect width=\"100\" height=\"100\" mask=\"url(#m)\"/>".repeat(2_000);
    for (what, text, intricate) in [
        ("uses", svg(&uses), true),
        ("a circle", svg(circle), true),
        ("deep", svg(&deep), true),
        ("layers", svg(&layers), true),
        ("masks", svg(&masks), true),
        ("sheer size", svg(&" ".repeat(2_000_001)), true),
        ("entities", laughs, false),
        ("no end", svg("<rect"), false),
        ("another thing", "<html/>".to_string(), false),
        ("nothing", String::new(), false),
        ("no size", svg("").replace("100", "0"), false),
    ] {
        let fault = published_svg(text.as_bytes()).unwrap_err();
        assert_eq!(fault == Fault::Intricate, intricate, "{what}: {fault:?}");
    }
}

#[test]
fn a_drawing_is_a_picture_on_the_web_and_on_paper() {
    let mut files = kit::site();
    files.add("content/map.svg", LOADED);
    files.add("content/bad.svg", svg("<rect"));
    let front = FRONT.replacen("---\n", "---\nformats: [web, print]\n", 1);
    files.add("content/page.md", format!("{front}![The way to our door: turn left at the gate.](map.svg)\n"));
    let (_, made) = kit::made(&files);
    let page = String::from_utf8(made["page/index.html"].clone()).unwrap();
    assert!(page.contains("<img src=\"/map.svg\" width=\"120\" height=\"80\" alt=\"The way"), "{page}");
    let pdf = lopdf::Document::load_mem(&made["page/page.pdf"]).unwrap();
    // Its door is a filled shape in its own colour, not a picture of dots.
    let pages: Vec<lopdf::ObjectId> = pdf.get_pages().into_values().collect();
    let forms = pdf.objects.values().filter_map(|object| object.as_stream().ok()?.decompressed_content().ok());
    let contents = pages.iter().map(|page| pdf.get_page_content(*page)).chain(forms);
    let decoded = contents.filter_map(|bytes| lopdf::content::Content::decode(&bytes).ok());
    let operations: Vec<_> = decoded.flat_map(|content| content.operations).collect();
    let door = operations.iter().any(|operation| {
        let values = operation.operands.iter().filter_map(|value| value.as_float().ok());
        operation.operator == "rg"
            && values.zip([12.0, 74.0, 78.0]).filter(|(one, other)| (one * 255.0 - other).abs() < 1.0).count() == 3
    });
    assert!(
        door && operations.iter().any(|operation| operation.operator.starts_with('f')),
        "the drawing is not on paper"
    );
    files.add("content/page.md", format!("{FRONT}![The way to our door.](bad.svg)\n"));
    let found = kit::findings(&files);
    assert!(
        found.contains("content/page.md:5:1: error: `bad.svg` is not a picture that can be shown [C013"),
        "{found}"
    );
}
