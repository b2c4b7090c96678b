//! Headings over several columns of a table, in every format: seen over their columns, and heard with each value.

use std::io::Read;

use lopdf::{Document, Object};

use crate::kit;

const TABLE: &str = "Table: Calls in May\n\n|      | Victims    || Others ||\n| Team | Day | Night | Day | Night |\n\
                     |------|----:|------:|----:|------:|\n| East | 20 | 4 | 11 | 2 |\n| West | 9 | 3 | 7 | 1 |\n";

const FORMATS: &str = "formats: [web, print, giant-print, epub, word, text, braille, audio]\n";

/// Returns the files of a page that holds a table, by the ends of their names.
fn page(table: &str) -> impl Fn(&str) -> Vec<u8> {
    let mut files = kit::site();
    let drafts = "drafts = [\"braille\", \"audio\"]\n";
    files.add("site.toml", format!("{}[publish]\nalso = [\"office.png\"]\n{drafts}", kit::SITE_TOML));
    files.add("content/a.md", format!("---\ntitle: A page\nsummary: What it is about.\n{FORMATS}---\n{table}"));
    let (found, made) = kit::made(&files);
    assert!(!found.contains("error") && !found.contains("A055") && !found.contains("C05"), "{found}");
    move |name: &str| made[&format!("a/{name}")].clone()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

fn inside(archive: Vec<u8>, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let path = archive.file_names().map(|path| path.unwrap().to_string()).find(|path| path.ends_with(name)).unwrap();
    let mut words = String::new();
    archive.by_name(&path).unwrap().read_to_string(&mut words).unwrap();
    words
}

#[test]
fn they_stand_over_their_columns_where_tables_are_seen() {
    let file = page(TABLE);
    let web = text(file("index.html"));
    let head = "<colgroup span=\"1\"></colgroup><colgroup span=\"2\"></colgroup><colgroup span=\"2\"></colgroup>\n\
                <thead><tr><td></td><th scope=\"colgroup\" colspan=\"2\">Victims</th>\
                <th scope=\"colgroup\" colspan=\"2\">Others</th></tr>\n<tr><th scope=\"col\">Team</th>";
    assert!(web.contains(head), "{web}");
    let word = inside(file("a.docx"), "document.xml");
    assert_eq!((word.matches("<w:gridSpan w:val=\"2\"/>").count(), word.matches("<w:tblHeader/>").count()), (2, 2));
    let pdf = Document::load_mem(&file("a.pdf")).unwrap();
    let attributes = pdf.objects.values().filter_map(|object| object.as_dict().ok()).filter_map(|node| {
        let attribute = pdf.dereference(node.get(b"A").ok()?).ok()?.1.as_dict().ok()?;
        Some((attribute.get(b"ColSpan").ok()?.as_i64().ok()?, attribute.get(b"Scope").ok()?.as_name().ok()?))
    });
    assert_eq!(attributes.collect::<Vec<_>>(), [(2, &b"Column"[..]), (2, b"Column")]);
    let rows = |role: &[u8]| {
        let is = |object: &&Object| {
            let role_of = object.as_dict().and_then(|node| node.get(b"S")).and_then(Object::as_name);
            role_of.is_ok_and(|name| name == role)
        };
        pdf.objects.values().filter(is).count()
    };
    assert_eq!((rows(b"TR"), rows(b"THead")), (4, 1));
}

#[test]
fn each_value_is_heard_with_both_headings() {
    let file = page(TABLE);
    assert!(
        text(file("a.txt")).contains("East\n  Victims: Day: 20\n  Victims: Night: 4\n  Others: Day: 11"),
        "{}",
        text(file("a.txt"))
    );
    let script = text(file("a-script.txt"));
    assert!(script.contains("Victims: Night: four.") && script.contains("Others: Day: eleven."), "{script}");
    let book = inside(file("a.epub"), "text-1.xhtml");
    assert!(
        book.contains("<th scope=\"colgroup\" colspan=\"2\">Victims</th>") && book.contains("<colgroup span=\"2\"/>"),
        "{book}"
    );
    // Victims, then Day, then a value, in uncontracted braille.
    let braille = text(file("a.brf"));
    assert!(braille.to_ascii_lowercase().contains("victims3 ,day"), "{braille}");
}

#[test]
fn a_record_names_both_headings() {
    let wide = TABLE.replace("| Day | Night |", "| Between breakfast and supper | Afterwards |");
    let tall = Document::load_mem(&page(&wide)("a-giant-print.pdf")).unwrap();
    let pages: Vec<u32> = tall.get_pages().into_keys().collect();
    let words = tall.extract_text(&pages).unwrap();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let tables = tall.objects.values().filter(|object| {
        object.as_dict().and_then(|node| node.get(b"S")).and_then(Object::as_name).is_ok_and(|role| role == b"Table")
    });
    assert_eq!(tables.count(), 0, "it is too wide for giant print");
    assert!(words.contains("Victims : Between breakfast and supper : 20 Victims : Afterwards : 4"), "{words}");
}

#[test]
fn one_row_of_headings_can_hold_them_too() {
    let file = page("Table: When\n\n| Where | Day ||\n|---|---|---|\n| Here | Monday | Tuesday |\n");
    let web = text(file("index.html"));
    assert!(
        web.contains(
            "<thead><tr><th scope=\"col\">Where</th><th scope=\"colgroup\" colspan=\"2\">Day</th></tr>\n</thead>"
        ),
        "{web}"
    );
    assert!(text(file("a.txt")).contains("Here\n  Day: Monday\n  Day: Tuesday"));
}

#[test]
fn rows_that_cannot_be_understood_are_told_and_lose_no_word() {
    let told = |table: &str| {
        let mut files = kit::site();
        files.add("content/a.md", format!("{}{table}", kit::FRONT));
        let (found, made) = kit::made(&files);
        (found, made.get("a/index.html").cloned().map(text).unwrap_or_default())
    };
    let uneven = TABLE.replace("| Others ||", "| Others |");
    assert!(
        told(&uneven).0.contains("content/a.md:7:1: error: the headings of this row stand over 4 of 5 columns [C054"),
        "{}",
        told(&uneven).0
    );
    let twice = TABLE.replace("| Team | Day | Night |", "| Team | Day ||");
    assert!(told(&twice).0.contains("two rows of this table have headings over several columns [C054"));
    let (found, web) = told(&TABLE.replace("| 20 | 4 |", "| 20 ||"));
    assert!(
        found.contains("content/a.md:10:13: warning: a cell of this row stands over two columns")
            && web.contains("<td class=\"end-align\">20</td>"),
        "{found}"
    );
    let (found, _) = told(&TABLE.replace("| 20 | 4 |", "| 20 | |"));
    assert!(!found.contains("C053"), "a blank between pipes is an empty cell: {found}");
}
