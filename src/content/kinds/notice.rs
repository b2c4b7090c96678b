//! Procurement notices, in plain English beside the legal ones.

use super::{Compose, Keys, KindDefinition, Markdown, Placement};
use crate::content::yaml::fields::Fields;
use crate::content::yaml::shape::Shape;
use crate::model::kinds::{Cpv, Notice, Regime, Value};
use crate::model::{CalloutKind, Details, Inline, PageKind, State};

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::Notice,
    about: "What you plan to buy, explained beside the legal notice.",
    folder: "notices",
    kept: true,
    starter: "regime: pa2023\nnotice_type: \"[[the type, such as UK2]]\"\n\
              reference: \"[[the notice's reference number]]\"\nbuyer: \"[[who buys]]\"\n\
              cpv: \"[[the code of what you buy, such as 85312000-9]]\"\n\
              engagement_deadline: \"[[the last day or minute to talk to you]]\"\n\
              legal_notice: \"[[the web address of the legal notice]]\"\n",
    shared: &[
        "reference",
        "ocid",
        "regime",
        "notice_type",
        "buyer",
        "value",
        "engagement_opens",
        "engagement_deadline",
        "tender_planned",
        "tender_published",
        "tender_deadline",
        "contract_start",
        "contract_end",
        "legal_notice",
        "superseded_by",
        "status",
    ],
    read,
    compose,
};

const REGIMES: &[(&str, Regime)] = &[("pcr2015", Regime::Pcr2015), ("pa2023", Regime::Pa2023)];

const STATES: &[(&str, State)] = &[
    ("planned", State::Planned),
    ("closed", State::Closed),
    ("withdrawn", State::Withdrawn),
    ("superseded", State::Superseded),
];

fn read(fields: &mut Fields<'_>) -> Keys {
    let mut notice = Notice {
        reference: fields.string("reference", "The number of the notice"),
        ocid: fields.string("ocid", "The Open Contracting ID that the notice service gave it"),
        regime: fields.choice("regime", "The law that it is made under", REGIMES),
        notice_type: fields.string("notice_type", "What kind of notice it is, such as UK2 or PIN"),
        buyer: fields.said("buyer", "Who buys"),
        cpv: cpv(fields),
        value: value(fields),
        engagement_opens: fields.deadline("engagement_opens", "The first day or minute to talk to you"),
        engagement_deadline: fields.deadline("engagement_deadline", "The last day or minute to talk to you"),
        tender_planned: fields.date("tender_planned", "When the tender is meant to be published"),
        tender_published: fields.deadline("tender_published", "When the tender was published"),
        tender_deadline: fields.deadline("tender_deadline", "The last day or minute to bid"),
        contract_start: fields.date("contract_start", "The first day of the contract"),
        contract_end: fields.date("contract_end", "The last day of the contract"),
        legal_notice: fields.string("legal_notice", "The web address of the legal notice"),
        links: fields.references("links", "Other web addresses"),
        documents: fields.references("documents", "Papers: files of the site, or addresses"),
        superseded_by: fields.string("superseded_by", "The file of the page that takes this one's place"),
        status: fields.choice("status", "What the dates cannot tell", STATES),
    };
    if notice.legal_notice.is_empty() {
        let official = ["find-tender.service.gov.uk", "contractsfinder.service.gov.uk", "ted.europa.eu"];
        let is_official = |address: &str| official.iter().any(|host| address.contains(host));
        if let Some(at) = notice.links.iter().position(|link| is_official(&link.address)) {
            notice.legal_notice = notice.links.remove(at).address;
        }
    }
    judge(&notice, fields);
    Keys { details: Details::Notice(Box::new(notice)), markdown: Markdown::Nothing }
}

fn compose(details: &Details, _: &Markdown, to: &mut Compose<'_, '_>) {
    let Details::Notice(notice) = details else { return };
    to.at("legal_notice");
    not_the_legal_notice(notice, to);
    to.at("superseded_by");
    to.replaced(&notice.superseded_by);
    let labels = &to.words.kinds;
    let mut facts = to.facts();
    to.at("engagement_deadline");
    facts.deadline(to, to.tense(notice.tender_deadline, &labels.bids_closed, &labels.bids_by), notice.tender_deadline);
    let talks = notice.engagement_deadline;
    facts.deadline(to, to.tense(talks, &labels.engagement_closed, &labels.engagement_by), talks);
    let opens = notice.engagement_opens;
    facts.deadline(to, to.begun(opens, &labels.engagement_opened, &labels.engagement_opens), opens);
    facts.deadline(to, &labels.tender_published, notice.tender_published);
    facts.date(to, &labels.tender_planned, notice.tender_planned);
    facts.date(to, &labels.contract_start, notice.contract_start);
    facts.date(to, &labels.contract_end, notice.contract_end);
    to.at("value");
    for (label, sum) in [(&labels.without_vat, notice.value.without_vat), (&labels.with_vat, notice.value.with_vat)] {
        facts.text(to, label, &sum.map(|sum| to.words.money(sum.0)).unwrap_or_default());
    }
    facts.text(to, &labels.buyer, &notice.buyer);
    to.at("cpv");
    let line = |cpv: &Cpv| match cpv.meaning.as_str() {
        "" => vec![to.plain(&cpv.code)],
        meaning => vec![to.plain(&format!("{meaning}: {}", cpv.code))],
    };
    facts.lines(to, &labels.cpv, notice.cpv.iter().map(line).collect());
    facts.text(to, &labels.reference, &notice.reference);
    facts.text(to, &labels.ocid, &notice.ocid);
    facts.lines(to, &labels.notice_type, vec![type_in_words(&notice.notice_type, to)]);
    let law = notice.regime.map(|regime| match regime {
        Regime::Pcr2015 => &labels.pcr2015,
        Regime::Pa2023 => &labels.pa2023,
    });
    if let Some(law) = law {
        facts.lines(to, &labels.law, vec![vec![to.fixed(law)]]);
    }
    if let Some(block) = facts.block(to) {
        to.lead(block);
    }
    to.at("documents");
    to.documents(&notice.documents);
    to.at("links");
    linked(notice, to);
}

/// Says that the legal notice counts, and where it is.
fn not_the_legal_notice(notice: &Notice, to: &mut Compose<'_, '_>) {
    let labels = &to.words.kinds;
    let mut text = vec![to.fixed(&labels.not_legal_text)];
    if !notice.legal_notice.is_empty() {
        text.push(to.plain(" "));
        text.push(to.link(&labels.read_legal, &notice.legal_notice));
        text.push(to.plain("."));
    }
    let text = to.paragraph(text);
    to.lead(to.callout(CalloutKind::Important, vec![to.fixed(&labels.not_legal)], vec![text]));
}

fn linked(notice: &Notice, to: &mut Compose<'_, '_>) {
    if notice.links.is_empty() {
        return;
    }
    to.section(Placement::Tail, 2, "links", &to.words.kinds.links);
    let item = |link: &crate::model::kinds::Reference| vec![to.paragraph(vec![to.link(&link.title, &link.address)])];
    let items = notice.links.iter().map(item).collect();
    for block in to.listed(None, items) {
        to.tail(block);
    }
}

/// Returns what a type of notice is called, with its number; the number alone where it has no name here.
fn type_in_words(notice_type: &str, to: &Compose<'_, '_>) -> Vec<Inline> {
    let labels = &to.words.kinds;
    let named = match notice_type.to_ascii_uppercase().as_str() {
        "UK1" => &labels.notice_uk1,
        "UK2" => &labels.notice_uk2,
        "UK3" => &labels.notice_uk3,
        "UK4" => &labels.notice_uk4,
        "UK5" => &labels.notice_uk5,
        "UK6" => &labels.notice_uk6,
        "UK7" => &labels.notice_uk7,
        "PIN" => &labels.notice_pin,
        _ => return vec![to.plain(notice_type)],
    };
    vec![to.fixed(named), to.plain(&format!(" ({})", notice_type.to_ascii_uppercase()))]
}

/// Reports what cannot be so.
fn judge(notice: &Notice, fields: &mut Fields<'_>) {
    let number = notice.notice_type.strip_prefix("UK").or_else(|| notice.notice_type.strip_prefix("uk"));
    let uk = number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()));
    if uk && number.and_then(|number| number.parse::<u8>().ok()).is_none_or(|number| !(1..=17).contains(&number)) {
        let message = format!("there is no notice type `{}`", notice.notice_type);
        fields.wrong("notice_type", message, "write UK1 to UK17, or the name of the notice");
    }
    if notice.notice_type.eq_ignore_ascii_case("PIN") && notice.regime == Some(Regime::Pa2023) {
        let message = "`PIN` is a notice of the 2015 regulations, not of the Procurement Act 2023".to_string();
        fields.wrong("notice_type", message, "write `regime: pcr2015`, or name the newer kind, such as UK2");
    }
    if uk && notice.regime == Some(Regime::Pcr2015) {
        let message =
            format!("`{}` is a notice of the Procurement Act 2023, not of the 2015 regulations", notice.notice_type);
        fields.wrong("notice_type", message, "write `regime: pa2023`, or name the older kind, such as PIN");
    }
    if let (Some(start), Some(end)) = (notice.contract_start, notice.contract_end)
        && end < start
    {
        fields.wrong("contract_end", "the contract ends before it starts", "correct one of the two days");
    }
    if let (Some(opens), Some(closes)) = (notice.engagement_opens, notice.engagement_deadline)
        && closes.over() <= opens.begins()
    {
        let help = "make `engagement_deadline` later than `engagement_opens`";
        fields.wrong("engagement_deadline", "the engagement closes before it opens", help);
    }
    if let (Some(published), Some(deadline)) = (notice.tender_published, notice.tender_deadline)
        && deadline.over() <= published.begins()
    {
        let help = "make `tender_deadline` later than `tender_published`";
        fields.wrong("tender_deadline", "bids are due before the tender is published", help);
    }
    let ocid = notice.ocid.as_str();
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let whole = ocid.strip_prefix("ocds-").is_none_or(|rest| rest.len() > 7 && rest.as_bytes()[6] == b'-');
    if !ocid.is_empty() && !ocid.starts_with("[[") && (!ocid.chars().all(plain) || !whole) {
        let message = format!("`{ocid}` is not an Open Contracting ID");
        fields.wrong("ocid", message, "copy it from the notice service, such as `ocds-abc123-0001`");
    }
}

fn cpv(fields: &mut Fields<'_>) -> Vec<Cpv> {
    let mut codes = Vec::new();
    const ABOUT: &str = "What is bought: codes of the Common Procurement Vocabulary, with their check digit";
    let all = fields.list("cpv", ABOUT);
    fields.describe("cpv", ABOUT, Shape::List(Box::new(Shape::Pattern("^[0-9]{8}-[0-9]"))));
    for written in all {
        // The code comes first; words after it say what it stands for.
        let (code, meaning) = written.split_once([' ', ':']).unwrap_or((&written, ""));
        let meaning = meaning.trim_start_matches([':', ' ', '-']).trim().to_string();
        let (digits, check) = code.split_once('-').unwrap_or((code, ""));
        let wanted = Cpv::check_digit(digits);
        match wanted {
            _ if written.starts_with("[[") => {}
            None => {
                let message = format!("`{written}` is not a CPV code");
                fields.wrong("cpv", message, "write eight digits, a hyphen and the check digit, such as 85312000-9");
            }
            Some(digit) if check != digit.to_string() => {
                let message = match check {
                    "" => format!("the CPV code `{code}` has no check digit"),
                    _ => format!("the check digit of `{code}` is wrong, so the code has a slip in it"),
                };
                let help =
                    format!("compare it with the vocabulary; if the eight digits are right, write `{digits}-{digit}`");
                fields.wrong("cpv", message, help);
            }
            Some(_) => codes.push(Cpv { code: code.to_string(), meaning }),
        }
    }
    codes
}

fn value(fields: &mut Fields<'_>) -> Value {
    let value = fields.map("value", "What the contract may cost", |inner| {
        let without_vat = inner.money("without_vat", "Without value added tax, in pounds");
        let with_vat = inner.money("with_vat", "With value added tax, in pounds");
        if let (Some(without), Some(with)) = (without_vat, with_vat)
            && with < without
        {
            inner.wrong("with_vat", "the value with VAT is less than without it", "exchange the two");
        }
        Value { without_vat, with_vat }
    });
    value.unwrap_or_default()
}
