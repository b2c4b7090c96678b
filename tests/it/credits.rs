//! Who may use which picture, and until when: on covers of leaflets and on pages.

use handbill::content::files::Memory;

use crate::kit;

const LEAFLET: &str = "---\ntitle: Our help\nsummary: What we do.\nreference: T-1\nissued: 2026-11-01\nreview: 2027-11-01\n\
                       page: content/index.md\nsheet: a5\ncover_picture: door.svg\ncover_alt: An open door\n---\n\
                       ::::panel\n# We can help\n::::\n\n::::panel\n## How\n\nCall us.\n::::\n";

/// Returns a site that shows a picture on a cover and another on a page, with what is written of them.
fn site(credits: &str) -> Memory {
    let mut files = kit::site();
    files.add("site.toml", kit::SITE_TOML);
    files.add(
        "print/door.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'><path d='M0 0h30v10z'/></svg>",
    );
    files.add("print/a.md", LEAFLET);
    files.add("content/hall.md", format!("{}![An open hall](office.png)\n", kit::FRONT));
    if !credits.is_empty() {
        files.add("content/_data/images.yaml", credits);
    }
    files
}

#[test]
fn a_cover_says_who_may_use_its_picture() {
    let told = |credits: &str| {
        let found = kit::findings(&site(credits));
        found.lines().filter(|line| line.contains("[C064")).map(str::to_string).collect::<Vec<_>>()
    };
    let place = "print/a.md:9:1: warning: nothing says";
    assert_eq!(told(""), [format!("{place} who may use the picture `door.svg` [C064 picture-uncredited]")]);
    let licence = "print/door.svg: { licence: CC0 1.0 }\n";
    assert_eq!(told(licence), [format!("{place} where the picture `door.svg` is from [C064 picture-uncredited]")]);
    assert_eq!(told("print/door.svg: { licence: CC0 1.0, source: Drawn by us }\n"), [""; 0]);
}

#[test]
fn a_picture_comes_down_on_the_day_after_its_last() {
    let with = |until: &str| {
        let credit = |name: &str| format!("{name}: {{ licence: Our own, source: Drawn by us, until: {until} }}\n");
        kit::made(&site(&(credit("print/door.svg") + &credit("office.png"))))
    };
    let shown = |made: &std::collections::BTreeMap<String, Vec<u8>>| {
        let text = |path: &str| String::from_utf8_lossy(&made[path]).into_owned();
        (text("leaflets/T-1/text.txt").contains("[An open door]"), text("hall/index.html").contains("<img"))
    };
    // The build is for 22 November 2026.
    let (found, made) = with("2026-11-22");
    let ending =
        found.lines().filter(|line| line.contains("may be shown until 22 November 2026 [A200 picture-ending]"));
    assert_eq!((ending.count(), shown(&made)), (2, (true, true)), "{found}");
    assert_eq!(with("2027-01-01").0, "");
    assert!(made.contains_key("office.png"));
    let (found, made) = with("2026-11-21");
    let told: Vec<&str> = found.lines().filter(|line| line.contains("[C055 picture-ended]")).collect();
    let said = |place: &str, path: &str| {
        format!("{place}: warning: `{path}` could be shown until 2026-11-21, and is taken away [C055 picture-ended]")
    };
    assert_eq!(told, [said("content/hall.md:5:1", "office.png"), said("print/a.md:9:1", "print/door.svg")]);
    assert_eq!(shown(&made), (false, false));
    assert!(!made.contains_key("office.png"), "the file itself is gone too");
    assert!(String::from_utf8_lossy(&made["hall/index.html"]).contains("An open hall"), "its words stay");
}
