//! What breaks while a site is previewed: pages stay as they last were, the page and the terminal say why, and the next
//! good save mends it.

use std::fs;

use crate::kit::Folder;
use crate::preview::Preview;

/// Something that breaks, and what comes of it at one address.
struct Breakage {
    /// What breaks, for the message of a test that fails.
    what: &'static str,
    address: &'static str,
    /// What the page says before, and while it is broken.
    stays: &'static str,
    breaks: fn(&Folder),
    /// What the page says besides, while it is broken.
    told: &'static str,
    /// What the terminal says.
    printed: &'static str,
    mends: fn(&Folder),
    /// What the page says afterwards.
    mended: &'static str,
}

const FACTS: &str = "happy:\n  value: 85\n  unit: \"%\"\n  statement: 85% were content.\n  \
                     source: { title: A survey, publisher: A ministry, date: 2007-06 }\n";

fn page(title: &str, words: &str) -> String {
    format!("---\ntitle: {title}\nsummary: What it is about.\n---\n{words}\n")
}

fn site() -> Folder {
    let folder = Folder::with_site();
    folder.write("content/_data/facts.yaml", FACTS);
    folder.write("content/index.md", "---\ntitle: Home\nsummary: Start.\nkind: section\n---\n[Help](help/now.md)\n");
    folder.write("content/help/now.md", page("Help now", "Call us today."));
    folder.write("content/figures.md", page("Figures", "[85%](fact:happy) said so."));
    folder.write("content/brings.md", page("Brings", ":::include help/now.md"));
    folder.write("content/plain.md", page("Plain", "Plain words."));
    folder
}

fn remove(folder: &Folder, path: &str) {
    fs::remove_file(folder.path().join(path)).unwrap();
}

const BREAKAGES: &[Breakage] = &[
    Breakage {
        what: "a file that is no text any more",
        address: "/plain/",
        stays: "Plain words.",
        breaks: |folder| folder.write("content/plain.md", b"---\ntitle: \xff\xfe\n---\n"),
        told: "content/plain.md, line",
        printed: "content/plain.md:",
        mends: |folder| folder.write("content/plain.md", page("Plain", "Plain again.")),
        mended: "Plain again.",
    },
    #[cfg(unix)]
    Breakage {
        what: "a file that cannot be opened",
        address: "/plain/",
        stays: "Plain again.",
        breaks: |folder| {
            // In one step: a page that is deleted first is gone.
            let (path, made) = (folder.path().join("content/plain.md"), folder.path().join("circle"));
            std::os::unix::fs::symlink(&path, &made).unwrap();
            fs::rename(made, path).unwrap();
        },
        told: "content/plain.md, line",
        printed: "content/plain.md:",
        mends: |folder| {
            remove(folder, "content/plain.md");
            folder.write("content/plain.md", page("Plain", "Plain once more."));
        },
        mended: "Plain once more.",
    },
    Breakage {
        what: "a store that cannot be read",
        address: "/figures/",
        stays: "85%",
        breaks: |folder| folder.write("content/_data/facts.yaml", "happy: [\n"),
        told: "content/figures.md, line 5",
        printed: "content/_data/facts.yaml:",
        mends: |folder| folder.write("content/_data/facts.yaml", FACTS.replace("ministry", "department")),
        mended: "A department",
    },
    Breakage {
        what: "a template that cannot be read",
        address: "/figures/",
        stays: "said so.",
        breaks: |folder| folder.write("themes/civic/templates/page.html", "<p>\n{% if %}"),
        told: "themes/civic/templates/page.html, line 2",
        printed: "themes/civic/templates/page.html:2:",
        mends: |folder| {
            let own = "{% extends \"base.html\" %}{% block text %}<b>Ours.</b>{{ page.body }}{% endblock text %}";
            folder.write("themes/civic/templates/page.html", own);
        },
        mended: "<b>Ours.</b>",
    },
    Breakage {
        what: "a template that asks for what there is not",
        address: "/figures/",
        stays: "<b>Ours.</b>",
        breaks: |folder| folder.write("themes/civic/templates/page.html", "{{ page.boddy }}"),
        told: "themes/civic/templates/page.html, line 1",
        printed: "themes/civic/templates/page.html:1:",
        mends: |folder| fs::remove_dir_all(folder.path().join("themes")).unwrap(),
        mended: "<div class=\"text\">\n<p>85%",
    },
    Breakage {
        what: "a page whose words another brings in",
        address: "/brings/",
        stays: "Call us today.",
        breaks: |folder| remove(folder, "content/help/now.md"),
        told: "content/brings.md, line 5",
        printed: "content/brings.md:5:",
        mends: |folder| folder.write("content/help/now.md", page("Help now", "Call us tomorrow.")),
        mended: "Call us tomorrow.",
    },
    Breakage {
        what: "a folder that becomes a file",
        address: "/",
        stays: "/help/now/",
        breaks: |folder| {
            fs::remove_dir_all(folder.path().join("content/help")).unwrap();
            folder.write("content/help", "no folder");
        },
        told: "content/index.md, line 6",
        printed: "content/index.md:6:",
        mends: |folder| {
            remove(folder, "content/help");
            folder.write("content/help/now.md", page("Help tonight", "Call us tonight."));
        },
        mended: "/help/now/",
    },
];

#[test]
fn whatever_breaks_pages_stay_and_say_why_and_the_next_good_save_mends_it() {
    let folder = site();
    let preview = Preview::start(&folder);
    let mut version = 1;
    for Breakage { what, address, stays, breaks, told, printed, mends, mended } in BREAKAGES {
        let good = preview.get(address).text;
        assert!(good.contains(stays) && !good.contains(told), "{what}, before\n{good}");
        breaks(&folder);
        version = preview.until_at(address, version, |page| page.contains(told));
        let broken = preview.get(address).text;
        assert!(broken.contains(stays), "{what}, while it is broken\n{broken}");
        preview.prints(printed);
        mends(&folder);
        version = preview.until_at(address, version, |page| page.contains(mended) && !page.contains(told));
    }
}

#[test]
fn while_a_template_is_broken_words_are_shown_and_what_is_wrong_with_them_is_told() {
    let folder = site();
    let preview = Preview::start(&folder);
    folder.write("themes/civic/templates/page.html", "{% if %}");
    let version = preview.until(1, |page| page.contains("themes/civic/templates/page.html, line 1"));
    // Nobody has looked at this page before.
    assert!(preview.get("/plain/").text.contains("Plain words."));
    folder.write("content/plain.md", page("Plain", "[Other words](nowhere.md)"));
    let version = preview.until_at("/plain/", version, |page| page.contains("Other words"));
    let told =
        |page: &str| page.contains("There is no file <code>nowhere.md</code>") && page.contains("page.html, line 1");
    let version = if told(&preview.get("/plain/").text) { version } else { preview.until_at("/plain/", version, told) };
    preview.prints("content/plain.md:5:");
    fs::remove_dir_all(folder.path().join("themes")).unwrap();
    preview.until_at("/plain/", version, |page| page.contains("Other words") && !page.contains("page.html, line 1"));
}

#[test]
fn while_a_store_is_broken_what_is_wrong_with_a_page_is_told() {
    let folder = site();
    let preview = Preview::start(&folder);
    folder.write("content/_data/facts.yaml", "happy: [\n");
    preview.until(1, |page| page.contains("stop publication"));
    // Nobody has looked at this page before.
    let page_now = || preview.get("/figures/").text;
    assert!(page_now().contains("85%"), "{}", page_now());
    folder.write("content/figures.md", page("Figures", "[Other words](nowhere.md)"));
    preview.prints("there is no file `nowhere.md`");
    assert!(page_now().contains("85%") && page_now().contains("nowhere.md"), "{}", page_now());
}
