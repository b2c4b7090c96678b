//! Small PDFs written by hand, each with one fault, and hostile ones.

use std::fmt::Write;

use super::look;

/// The parts of a PDF, by the number of their object from 1: the first is the catalogue.
struct Parts(Vec<String>);

/// A tagged page with a heading, a paragraph, a table, a figure, a link and a field: nothing is wrong in it.
fn good() -> Parts {
    let content = "/P <</MCID 0>> BDC BT /F 20 Tf 60 700 Td (Title) Tj ET EMC \
                   /P <</MCID 1>> BDC BT /F 14 Tf 60 660 Td (Some words) Tj ET EMC \
                   /TH <</MCID 2>> BDC BT /F 14 Tf 60 600 Td (Head) Tj ET EMC \
                   /Figure <</MCID 3>> BDC q 72 0 0 72 60 500 cm /I Do Q EMC \
                   /Link <</MCID 4>> BDC BT /F 14 Tf 60 460 Td (Call us) Tj ET EMC \
                   /Artifact BMC 60 40 100 1 re f EMC";
    let image = "<</Type/XObject/Subtype/Image/Width 200/Height 200/ColorSpace/DeviceGray/BitsPerComponent 8/Length 0>>stream\n\
                 \nendstream";
    let packet = "<x xmlns:pdfuaid='u'><pdfuaid:part>1</pdfuaid:part></x>";
    Parts(vec![
        "<</Type/Catalog/Pages 2 0 R/Lang(en-GB)/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Metadata 19 0 R\
         /ViewerPreferences<</DisplayDocTitle true>>/AcroForm<</Fields[17 0 R]>>>>"
            .into(),
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>".into(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/StructParents 0/Tabs/S/Annots[16 0 R 17 0 R]\
         /Resources<</Font<</F 5 0 R>>/XObject<</I 18 0 R>>>>>>"
            .into(),
        format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Face/Encoding/WinAnsiEncoding/FontDescriptor<</FontFile2 18 0 R>>>>"
            .into(),
        "<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R 9 0 R 12 0 R 13 0 R 14 0 R]1 14 0 R 2 15 0 R]>>>>".into(),
        "<</S/Document/K[8 0 R 9 0 R 10 0 R 13 0 R 14 0 R 15 0 R]>>".into(),
        "<</S/H1/Pg 3 0 R/K 0>>".into(),
        "<</S/Standard/Pg 3 0 R/K 1>>".into(),
        "<</S/Table/Pg 3 0 R/K 11 0 R>>".into(),
        "<</S/TR/K 12 0 R>>".into(),
        "<</S/TH/Pg 3 0 R/K 2/A<</O/Table/Scope/Column>>>>".into(),
        "<</S/Figure/Pg 3 0 R/K 3/Alt(A chart)>>".into(),
        "<</S/Link/Pg 3 0 R/K[4<</Type/OBJR/Obj 16 0 R>>]>>".into(),
        "<</S/Form/Pg 3 0 R/K<</Type/OBJR/Obj 17 0 R>>>>".into(),
        "<</Type/Annot/Subtype/Link/Rect[60 460 120 474]/Contents(Call us)/StructParent 1>>".into(),
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/TU(Your name)/Rect[60 400 120 420]/StructParent 2>>".into(),
        image.into(),
        format!("<</Type/Metadata/Subtype/XML/Length {}>>stream\n{packet}\nendstream", packet.len()),
        "<</Title(A good page)/Producer(By hand)>>".into(),
    ])
}

impl Parts {
    /// Returns the parts with words put in the place of others, which must be there.
    fn with(mut self, from: &str, to: &str) -> Parts {
        let at = self.0.iter().position(|part| part.contains(from)).unwrap_or_else(|| panic!("no `{from}`"));
        self.0[at] = self.0[at].replace(from, to);
        self
    }

    fn written(&self) -> Vec<u8> {
        self.written_with("")
    }

    /// Returns the file, with more in its trailer.
    fn written_with(&self, trailer: &str) -> Vec<u8> {
        let mut out = String::from("%PDF-1.7\n");
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.0.len() + 1);
        for (number, part) in (1..).zip(&self.0) {
            let _ = writeln!(table, "{:010} 00000 n ", out.len());
            let _ = write!(out, "{number} 0 obj\n{part}\nendobj\n");
        }
        let at = out.len();
        let size = self.0.len() + 1;
        let _ = write!(out, "{table}trailer\n<</Size {size}/Root 1 0 R/Info 20 0 R{trailer}>>\nstartxref\n{at}\n%%EOF");
        out.into_bytes()
    }
}

/// Returns what is found, a line each with its code.
fn found(parts: &Parts) -> Vec<String> {
    let report = look(&parts.written());
    report.findings.iter().map(|finding| format!("{} {}", finding.kind.code, finding.message)).collect()
}

#[test]
fn a_good_page_has_no_finding_and_is_read_in_its_order() {
    let parts = good().with("/Type/StructTreeRoot", "/Type/StructTreeRoot/RoleMap<</Standard/P>>");
    assert_eq!(found(&parts), Vec::<String>::new());
    let report = look(&parts.written());
    assert_eq!(report.text, "Title\nSome words\nHead\nA chart\nCall us\n");
    assert_eq!(report.facts.headings, [(1, "Title".to_string())]);
    assert_eq!(report.facts.claims, ["PDF/UA-1"]);
    assert_eq!(report.facts.smallest.map(|smallest| (smallest.size, smallest.page)), Some((14.0, 1)));
}

#[test]
fn a_file_for_a_press_is_in_inks() {
    let office = || good().with("/Type/StructTreeRoot", "/Type/StructTreeRoot/RoleMap<</Standard/P>>");
    let press = || office().with("/Lang(en-GB)", "/Lang(en-GB)/OutputIntents[<</S/GTS_PDFX>>]");
    assert_eq!(found(&press()), Vec::<String>::new());
    let said = |number: &str| format!("P048 it has {number} in red, green and blue, though it is for a press, ");
    let (bar, one) = ("60 40 100 1 re f", said("1 colour or picture") + "on page 1");
    for (from, to) in [
        (bar, "0 0 1 rg 60 40 100 1 re f"),
        (bar, "1 0 0 RG 60 40 m 160 40 l S"),
        (bar, "/DeviceRGB cs 60 40 100 1 re f"),
        (bar, "q 9 0 0 9 60 40 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q"),
        ("DeviceGray", "DeviceRGB"),
        ("/ColorSpace/DeviceGray", "/ColorSpace[/ICCBased 21 0 R]"),
    ] {
        let mut parts = press().with(from, to);
        let drawn = parts.0[3].split_once("stream\n").expect("a stream").1.to_string();
        parts.0[3] = format!("<</Length {}>>stream\n{drawn}", drawn.len() - "\nendstream".len());
        parts.0.push("<</N 3/Length 0>>stream\n\nendstream".into());
        assert_eq!(found(&parts).join("\n"), one, "{to}");
    }
    assert_eq!(
        found(&office().with("DeviceGray", "DeviceRGB")),
        Vec::<String>::new(),
        "an office has red, green and blue"
    );
}

#[test]
fn the_most_ink_of_its_colours_is_told() {
    let ink = |drawn: &str| {
        let mut parts = good().with("60 40 100 1 re f", drawn);
        let drawn = parts.0[3].split_once("stream\n").expect("a stream").1.to_string();
        parts.0[3] = format!("<</Length {}>>stream\n{drawn}", drawn.len() - "\nendstream".len());
        look(&parts.written()).facts.ink
    };
    assert_eq!(ink("60 40 100 1 re f"), 0);
    assert_eq!(ink("0.9 0.5 0.55 0.45 k 60 40 100 1 re f"), 240);
    assert_eq!(ink("0 0 0 1 k 60 40 100 1 re f 1 1 1 0 K 60 40 m 160 40 l S"), 300);
    assert_eq!(ink("/DeviceCMYK cs 0.1 0 0 0.5 sc 60 40 100 1 re f"), 60);
}

#[test]
fn each_fault_is_found_and_nothing_else() {
    let cases: &[(&str, &str, &str)] = &[
        (
            "/Marked true",
            "/Marked false",
            "P008 it has no structure: nothing says what is a heading, a list or a table",
        ),
        ("/Title(A good page)", "", "P009 it has no title"),
        ("DisplayDocTitle true", "DisplayDocTitle false", "P009 it has a title, and does not ask to have it shown"),
        ("/Lang(en-GB)", "", "P010 it does not say which language it is in"),
        ("/S/H1", "/S/H2", "P011 the first heading has level 2: `Title`"),
        ("/Alt(A chart)", "/Alt( )", "P012 1 picture without a description on page 1"),
        ("/A<</O/Table/Scope/Column>>", "", "P013 1 table whose header cells do not say what they head on page 1"),
        (
            "/Artifact BMC 60 40 100 1 re f EMC",
            "BT /F 14 Tf 60 90 Td (Lost) Tj ET",
            "P014 it has 1 thing that is neither in the structure nor marked as decoration, on page 1, `Lost`",
        ),
        ("/TU(Your name)", "", "P015 it has 1 field without a tooltip, one of them `name`"),
        ("/K[4<</Type/OBJR/Obj 16 0 R>>]", "/K 4", "P016 1 link, field or note outside the structure on page 1"),
        ("/Contents(Call us)", "", "P016 1 link or note without words of its own on page 1"),
        ("/Marked true", "/Marked true/Suspects true", "P017 the program that made its structure was not sure of it"),
        ("/Tabs/S", "", "P018 it has 1 page whose links and fields the Tab key reaches in any order, first page 1"),
        ("/FontFile2", "/Nothing", "P019 these faces do not lie in the file: `ABCDEF+Face`"),
        ("ABCDEF+Face", "Face", "P034 these faces lie in the file with all their letters: `Face`"),
        (
            "/Encoding/WinAnsiEncoding/FontDescriptor<<",
            "/FontDescriptor<</Flags 4",
            "P021 these faces do not say which letters they show: `ABCDEF+Face`",
        ),
        ("14 Tf 60 660", "9 Tf 60 660", "P022 its smallest type has 9 point, on page 1: `Some words`"),
        (
            "BT /F 14 Tf 60 660",
            "0.6 g BT /F 14 Tf 60 660",
            "P023 it has 3 pieces of text that hardly stands out, first on page 1: `Some words` is #999999 on #ffffff, 2.8 to 1",
        ),
        (
            "BT /F 14 Tf 60 660",
            "/Artifact BMC 0 0.3 0 rg 0 650 300 50 re f 0 g EMC BT /F 14 Tf 60 660",
            "P023 it has 1 piece of text that hardly stands out, on page 1: `Some words` is #000000 on #004d00, 2.0 to 1",
        ),
        (
            "72 0 0 72 60 500",
            "144 0 0 144 60 480",
            "P024 it has 1 coarse picture, on page 1: 200 by 200 pixels, 100 an inch",
        ),
        ("60 660 Td", "10 660 Td", "P025 it has 1 piece of text nearer than 5 mm to the edge, on page 1: `Some words`"),
        (
            "/MediaBox[0 0 595 842]",
            "/MediaBox[0 0 595 842]/TrimBox[0 0 600 842]",
            "P026 page 1: the TrimBox is empty or reaches outside the paper",
        ),
        ("/Producer(By hand)", "/Author(Jane Field)", "P029 it names its author, `Jane Field`"),
        (
            "/Producer(By hand)",
            "/Title(C:\\\\Users\\\\jane\\\\a.doc)",
            "P029 it names a path on a computer, `C:\\Users\\jane\\a.doc`",
        ),
        ("pdfuaid:part", "pdfuaid:past", "P030 its metadata does not say that it follows PDF/UA"),
        ("/K 1>>", ">>", "P032 it has 1 marked part of a page that no tag holds"),
        ("/K 1>>", "/K[1 7]>>", "P032 it has 1 tag that names a part which no page has"),
        ("9 0 R 12 0 R 13", "8 0 R 12 0 R 13", "P032 it has 1 part of a page that does not know its tag"),
        ("/S/TR", "/S/Div", "P032 it has 1 tag in the wrong place: `TH` stands in `Div`"),
        ("<</Standard/P>>", "<</Other/P>>", "P032 it has 1 role that no program knows: `Standard`"),
        ("[16 0 R 17 0 R]", "[16 0 R 17 0 R<</Subtype/Popup/Rect[0 0 1 1]>>]", ""),
        ("/Subtype/Widget/FT/Tx", "/Subtype/Widget/EF 1/FT/Tx", "P033 it holds what it does not show: 1 attached file"),
    ];
    for (from, to, expected) in cases {
        let parts = good().with("/Type/StructTreeRoot", "/Type/StructTreeRoot/RoleMap<</Standard/P>>").with(from, to);
        // What a change of the content takes away from its length is found again by the word at its end.
        let expected: Vec<&str> = expected.split('\n').filter(|line| !line.is_empty()).collect();
        assert_eq!(found(&parts), expected, "`{from}` to `{to}`");
    }
}

#[test]
fn a_scan_is_found() {
    let parts =
        good().with("BT /F 20 Tf 60 700 Td (Title) Tj ET", "").with("(Some words) Tj", "").with("(Head) Tj", "");
    let parts = parts.with("(Call us) Tj", "").with("72 0 0 72 60 500", "595 0 0 842 0 0");
    assert!(found(&parts).iter().any(|line| line == "P031 it has 1 page that is only a picture, on page 1"));
}

#[test]
fn hostile_files_give_an_answer() {
    let bomb = {
        let mut bomb = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut bomb, &b"q ".repeat(20_000_000)).expect("memory");
        bomb.finish().expect("memory")
    };
    let deep = format!("<</Length 500000>>stream\n{}\nendstream", "[".repeat(500_000));
    let circle = good().with("/Kids[3 0 R]", "/Kids[2 0 R 3 0 R 2 0 R]");
    let twice = good().with("/S/TR/K 12 0 R", "/S/TR/K[12 0 R 10 0 R]");
    let me =
        good().with("/Resources<<", "/Resources<</XObject<</I 4 0 R>>").with("<</Length", "<</Subtype/Form/Length");
    let files = [
        ("nothing", Vec::new()),
        ("words", b"Dear all".to_vec()),
        ("head", b"%PDF-1.7\n".to_vec()),
        ("locked", good().written_with("/Encrypt 5 0 R")),
        ("deep", good().with("<</Length", &format!("{deep}<</Length")).written()),
        ("circle", circle.written()),
        ("twice", twice.written()),
        ("drawing in itself", me.written()),
        ("length of itself", good().with("/Subtype/XML/Length", "/Subtype/XML/Length 19 0 R/X").written()),
    ];
    for (name, bytes) in files {
        let report = look(&bytes);
        let codes: Vec<&str> = report.findings.iter().map(|finding| finding.kind.code).collect();
        let closed = ["nothing", "words", "head", "locked"].contains(&name);
        assert_eq!(codes == ["P007"], closed, "{name}: {codes:?}");
    }
    let mut bytes = good().0;
    bytes[3] = format!("<</Filter/FlateDecode/Length {}>>stream\n", bomb.len());
    let mut file = Vec::from(&b"%PDF-1.7\n"[..]);
    for (number, part) in (1..).zip(&bytes) {
        file.extend(format!("{number} 0 obj\n{part}").into_bytes());
        if number == 4 {
            file.extend(&bomb);
            file.extend(b"\nendstream");
        }
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer\n<</Root 1 0 R>>\n");
    let report = look(&file);
    assert!(report.findings.iter().any(|finding| finding.kind.code == "P007"), "{:?}", report.findings);
}

#[test]
fn what_is_cut_off_or_changed_gives_an_answer() {
    let whole = good().written();
    for end in (0..whole.len()).step_by(7) {
        look(&whole[..end]);
        let mut changed = whole.clone();
        changed[end] = changed[end].wrapping_add(end as u8 | 1);
        look(&changed);
    }
    let mended = look(&[&whole[..whole.len() - 100], b"  "].concat());
    assert!(mended.findings.iter().any(|finding| finding.kind.code == "P007"), "{:?}", mended.findings);
    assert_eq!(mended.facts.headings.len(), 1);
}
