//! A notice as a release of the Open Contracting Data Standard, in a package. Source: OCDS 1.1.5, release schema; the fields
//! of the United Kingdom as the Find a Tender service publishes them.

use serde_json::{Map, Value, json};

use super::fields::{address, document, host, identified, pounds, publisher, said_on};
use super::package;
use crate::model::kinds::{Cpv, Notice, Reference, Regime};
use crate::model::{Clock, Deadline, Details, Instant, Page, Site, State};

/// Makes the package; `None` where the page is not a notice. `name` is the file's name, beside the page.
pub fn make(site: &Site, page: &Page, name: &str) -> Option<Vec<u8>> {
    let Details::Notice(notice) = &page.meta.details else { return None };
    let uri = format!("{}{name}", address(site, page));
    let text = serde_json::to_string_pretty(&package::around(site, &uri, release(site, page, notice))).ok()?;
    Some(format!("{text}\n").into_bytes())
}

fn release(site: &Site, page: &Page, notice: &Notice) -> Value {
    let clock = &site.clock;
    let state = notice.standing(clock).state;
    let ocid = ocid(site, page, notice);
    let buyer = json!({ "id": buyer_id(site, notice), "name": buyer(site, notice) });
    // A release says what held from a moment on: that of the page's last change, or of the last step of its life.
    let changed = clock.zone.instant(said_on(site, page).begins());
    let steps = notice.changes().into_iter().map(|moment| clock.zone.instant(moment));
    let since = steps.filter(|at| *at <= clock.now).chain([changed]).max().unwrap_or(changed);
    let mut release = json!({
        "ocid": ocid,
        "id": format!("{ocid}-{}", since.utc().trim_end_matches(":00Z").replace([':', '-'], "")),
        "date": since.utc(),
        "language": page.lang.primary(),
        "tag": [tag(notice, clock)],
        "initiationType": "tender",
        "buyer": buyer,
        "parties": [party(site, notice)],
        "tender": tender(site, page, notice, &ocid, state),
    });
    let planning = planning(site, page, notice);
    if let (Some(release), false) = (release.as_object_mut(), planning.is_empty()) {
        release.insert("planning".to_string(), Value::Object(planning));
    }
    release
}

/// Returns the notice's own id, or one of this site. A prefix of the Find a Tender service, or of anybody else, is never
/// made up: those stand only in what the author copied from there.
fn ocid(site: &Site, page: &Page, notice: &Notice) -> String {
    if !notice.ocid.is_empty() {
        return notice.ocid.clone();
    }
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let own = if notice.reference.is_empty() { &page.slug } else { &notice.reference };
    format!("{}-{}", host(site), own).chars().map(plain).collect()
}

fn tag(notice: &Notice, clock: &Clock) -> &'static str {
    let published = notice.tender_published.is_some_and(|published| clock.reached(published.begins()));
    if published { "tender" } else { "planning" }
}

/// Returns the tender's status, where it is known. Source: OCDS 1.1.5, codelist tenderStatus.
fn status(notice: &Notice, state: State, clock: &Clock) -> Option<&'static str> {
    let published = tag(notice, clock) == "tender";
    match state {
        State::Withdrawn => Some("withdrawn"),
        State::TenderPublished => Some("active"),
        State::EngagementOpen => Some("planning"),
        State::Planned => Some("planned"),
        State::Open
        | State::InConsultation
        | State::Coming
        | State::NotYetOpen
        | State::Draft
        | State::Adopted
        | State::OutcomePublished
        | State::Closed
        | State::Over
        | State::Superseded
        | State::Expired => published.then_some("active").or(notice.engagement_deadline.map(|_| "planned")),
    }
}

fn buyer<'a>(site: &'a Site, notice: &'a Notice) -> &'a str {
    if notice.buyer.is_empty() { publisher(site) } else { &notice.buyer }
}

fn buyer_id(site: &Site, notice: &Notice) -> String {
    let own = buyer(site, notice) == &*site.about.organisation.name;
    if own && !site.about.identifier.is_empty() {
        return site.about.identifier.clone();
    }
    let words = buyer(site, notice).to_lowercase();
    let slug: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    format!("{}-{}", host(site), slug.join("-"))
}

fn party(site: &Site, notice: &Notice) -> Value {
    let mut party = Map::new();
    party.insert("id".to_string(), json!(buyer_id(site, notice)));
    party.insert("name".to_string(), json!(buyer(site, notice)));
    party.insert("roles".to_string(), json!(["buyer"]));
    let organisation = &site.about.organisation;
    if buyer(site, notice) == &*organisation.name {
        if let Some((scheme, id)) = identified(&site.about.identifier) {
            let name = buyer(site, notice);
            party.insert("identifier".to_string(), json!({ "scheme": scheme, "id": id, "legalName": name }));
        }
        let mut contact = Map::new();
        let parts = [("name", &*organisation.name), ("email", &organisation.email), ("telephone", &organisation.phone)];
        for (key, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
            contact.insert(key.to_string(), json!(value));
        }
        party.insert("contactPoint".to_string(), Value::Object(contact));
        if !organisation.address.is_empty() {
            party.insert("address".to_string(), json!({ "streetAddress": organisation.address.join(", ") }));
        }
    }
    Value::Object(party)
}

fn tender(site: &Site, page: &Page, notice: &Notice, ocid: &str, state: State) -> Value {
    let zone = &site.clock.zone;
    let mut tender = Map::new();
    let mut put = |key: &str, value: Value| drop(tender.insert(key.to_string(), value));
    put("id", json!(if notice.reference.is_empty() { ocid } else { &notice.reference }));
    put("title", json!(page.meta.title));
    put("description", json!(page.meta.summary));
    if let Some(status) = status(notice, state, &site.clock) {
        put("status", json!(status));
    }
    if let Some(regime) = notice.regime {
        put("legalBasis", legal_basis(regime));
    }
    let mut value = Map::new();
    let sums = [("amount", notice.value.without_vat), ("amountGross", notice.value.with_vat)];
    for (key, money) in sums.into_iter().filter_map(|(key, money)| Some((key, money?))) {
        value.insert(key.to_string(), pounds(money));
    }
    if !value.is_empty() {
        value.insert("currency".to_string(), json!("GBP"));
        put("value", Value::Object(value));
    }
    let item = |(at, cpv): (usize, &Cpv)| {
        let code = cpv.code.split('-').next().unwrap_or("");
        let mut classification = json!({ "scheme": "CPV", "id": code });
        if !cpv.meaning.is_empty() {
            classification["description"] = json!(cpv.meaning);
        }
        json!({ "id": (at + 1).to_string(), "classification": classification })
    };
    if !notice.cpv.is_empty() {
        put("items", notice.cpv.iter().enumerate().map(item).collect());
    }
    let mut period = Map::new();
    if let Some(published) = notice.tender_published {
        period.insert("startDate".to_string(), json!(zone.rfc3339(zone.instant(published.begins()))));
    }
    if let Some(deadline) = notice.tender_deadline {
        period.insert("endDate".to_string(), json!(last_minute(deadline, site)));
    }
    if !period.is_empty() {
        put("tenderPeriod", Value::Object(period));
    }
    let mut contract = Map::new();
    if let Some(start) = notice.contract_start {
        let at = zone.instant(start.begins());
        contract.insert("startDate".to_string(), json!(zone.rfc3339(at)));
    }
    if let Some(end) = notice.contract_end {
        contract.insert("endDate".to_string(), json!(last_minute(Deadline::day(end), site)));
    }
    if !contract.is_empty() {
        put("contractPeriod", Value::Object(contract));
    }
    let documents = documents(site, page, notice);
    if !documents.is_empty() {
        put("documents", Value::Array(documents));
    }
    Value::Object(tender)
}

fn planning(site: &Site, page: &Page, notice: &Notice) -> Map<String, Value> {
    let mut planning = Map::new();
    if let Some(legal) = legal_notice(page, notice).filter(|_| tag(notice, &site.clock) == "planning") {
        planning.insert("documents".to_string(), json!([legal]));
    }
    if let Some(deadline) = notice.engagement_deadline {
        let over = site.clock.passed(deadline);
        let milestone = json!({
            "id": "engagement",
            "type": "engagement",
            "title": &*site.words.of(&page.lang).data.engagement,
            "dueDate": last_minute(deadline, site),
            "status": if over { "met" } else { "scheduled" },
        });
        planning.insert("milestones".to_string(), json!([milestone]));
    }
    planning
}

/// Returns the legal notice as a document; `None` where it has no address. Source: the United Kingdom's extension of OCDS,
/// `noticeType` and the codelist documentType.
fn legal_notice(page: &Page, notice: &Notice) -> Option<Value> {
    if notice.legal_notice.is_empty() {
        return None;
    }
    let number = notice.notice_type.to_ascii_uppercase();
    let kind = match number.as_str() {
        "UK2" => "marketEngagementNotice",
        "UK4" => "tenderNotice",
        _ => "plannedProcurementNotice",
    };
    let mut legal = json!({
        "id": "notice",
        "documentType": kind,
        "title": page.meta.title,
        "url": notice.legal_notice,
        "format": "text/html",
    });
    if number.starts_with("UK") {
        legal["noticeType"] = json!(number);
    }
    Some(legal)
}

/// Returns the law of a procurement as the Find a Tender service names it. Source: OCDS extension legalBasis; the United
/// Kingdom's extension, codelist itemClassificationScheme; the Public Contracts Regulations 2015 take over Directive
/// 2014/24/EU.
fn legal_basis(regime: Regime) -> Value {
    match regime {
        Regime::Pa2023 => json!({ "scheme": "UKPGA", "id": "2023/54" }),
        Regime::Pcr2015 => json!({ "scheme": "CELEX", "id": "32014L0024" }),
    }
}

fn documents(site: &Site, page: &Page, notice: &Notice) -> Vec<Value> {
    let whole = |reference: &Reference| Some((reference.title.clone(), document(site, reference)?));
    let words = &site.words.of(&page.lang).kinds;
    let mut all = vec![json!({
        "id": "page",
        "documentType": "notice",
        "title": page.meta.title,
        "description": format!("{}. {}", &*words.not_legal, &*words.not_legal_text),
        "url": address(site, page),
        "format": "text/html",
        "language": page.lang.primary(),
    })];
    let is_tender = tag(notice, &site.clock) == "tender" && notice.notice_type.eq_ignore_ascii_case("UK4");
    all.extend(legal_notice(page, notice).filter(|_| is_tender));
    for (at, (title, url)) in notice.documents.iter().filter_map(whole).enumerate() {
        all.push(json!({ "id": (at + 1).to_string(), "title": title, "url": url }));
    }
    all
}

/// Returns the last moment that still counts: a day ends with its last second.
fn last_minute(deadline: Deadline, site: &Site) -> String {
    let zone = &site.clock.zone;
    let over = zone.instant(deadline.over());
    match deadline.minute {
        Some(_) => zone.rfc3339(over),
        None => zone.rfc3339(Instant(over.0 - 1)).replacen(":59:00", ":59:59", 1),
    }
}
