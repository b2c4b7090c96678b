//! Email addresses of single people.

use crate::check::{Body, Known, Look, Rule, Sink, dictionary};
use crate::diag::{FindingKind, Severity};
use crate::model::{Inline, Target};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A084",
        name: "personal-email",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("personal_email.md"),
    },
    look: Look::Body(look),
};

/// Words that show that an address belongs to a team.
const TEAMS: &str = "\
    abuse access accessibility admin admissions adult adults advice analysis appeals arts audit badge benefit \
    benefits bereavement billing bin bins blue board bookings borough building burial campaign care carers \
    casework cctv chair chief child childcare children city clerk commissioner commissioning committee comms \
    community complaints compliance conduct consultation contact contracts control corporate correspondence \
    council county court crime custody customer cyber data debt delivery democratic desk digital disclosure \
    district do domestic duty east education elections electoral email emergency energy engagement enquiries \
    environment environmental equality ethics events executive facilities families family feedback finance \
    fire foi fostering fraud freedom funding general governance grants hate have health help helpline highways \
    homeless homes hours housing hr human inclusion independent industry info information infrastructure \
    insight inspector integrity intelligence interpreting investigations it jobs justice language leader legal \
    leisure library licensing mail mailbox management mayor media membership museum neighbourhood \
    neighbourhoods network news no north not office officer opcc operations our out panel parking partner \
    partnership partnerships payments payroll pcc pensions people performance permits plain planning police \
    policy press prevention prison privacy probation procurement programme programmes project projects \
    property prosecution protection public quality records recruitment recycling refuge refugee registrar \
    registrars registration regulation reply reports research residents resources response restorative rights \
    road roads room rural safeguarding safer safety sales say school schools secretary security service \
    services sexual signposting social south standards station statistics strategy street support \
    sustainability tax taxi team telephone tenancy tenders the tickets tourism town traffic training \
    translation transport travel treasury trust university vetting victim victims violence visiting visitors \
    voice volunteer volunteers waste water web welfare wellbeing west witness witnesses women work young your \
    youth suite centre clinic unit hub line point group club society association forum theatre pool gym cafe shop \
    archive archives crematorium cemetery nursery college academy hospice hospital surgery practice pharmacy \
    appeal scheme store sport sports arts bus buses rail ferry port airport wardens rangers";

/// First names, short ones among them, that are words of English as well.
const NAMES: &str = "\
    abbey abigail amber amie amrita ana angel angelica anna archer aria ariel art ash aurora autumn bailey bailie \
    basil beau belle ben benjamin beth bill billy bob bobby bonny brad brandy brent brock brogan brook bryony \
    buddy carl carol carter cassia cat chad charity charlie charlotte chase cherry chip christian christie cicely \
    clarence clay clement cliff cole colleen conn cooper coral corrie crystal curt daisy dale dandy dawn dean \
    derrick destiny dexter diamond dick don donna dot drew duke dusty earl ebony emmet eve faith fanny felicity \
    fern fidelity fletcher flora frank franklin garnet garth gay gemma gene gilbert gill ginger ginny glen glory \
    grace graham grant guy hale hank hardy harmony harper harry hart hazel heath heather hector henry herb hero \
    hob holly honey hope hunter indie indigo iris ivy jack jade jane jasmine jasper jay jean jenny jerry jess \
    jewel jill jimmy jo jock john johnny josh joy juniper kamala kauri kelly kelvin ken kent ketch kit kyle lance \
    lane lark laurel lea lee lewis lily linden lindy linnet logan louis mack magnolia mags marc margarita maria \
    marigold marina mark marlin marten martin marvel mason matt mavis maxwell may maya meg mel melody mercy merle \
    mick mike miles misty moll molly morris myrtle nancy nelly nelson nick noel norm nova olive opal otto paddy \
    pat patience patty pearl penny perry peter phoebe phoenix pierce pip piper poppy posy prudence quin randy \
    raven ray reed rhea ria rich rick rickey rishi roan rob robin rod roger roman rose rosemary rosy rowan ruby \
    rue rusty ruth saffron sage sal sally sandy sapphire scarlet serena serenity shay sheila shelly sherry sienna \
    sierra silver sky sol sparrow spencer star sterling storm sue summer tad taffy tally tammy tanner tansy tawny \
    ted teddy terry thorn timothy tod tom tony tori trinity troy tui vale van verity veronica vesta victor \
    victoria viola violet wade wally ward warren will willow wolf woody zed zinnia";

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    for run in body.runs() {
        addresses(run.inlines, site, report);
    }
}

fn addresses(run: &[Inline], site: &Known<'_>, report: &mut Sink<'_>) {
    let personal = |address: &str| personal(address) && !is_kept(address, site);
    let help = |address: &str| {
        let host = address.split_once('@').map_or("", |(_, host)| host);
        format!("use the address of a team, such as `office@{host}`, which somebody reads when a person leaves")
    };
    for inline in run {
        match inline {
            Inline::Link(link) => {
                if let Target::Email(address) = &link.target
                    && personal(address)
                {
                    report.add(link.span, format!("`{address}` is one person's address"), help(address));
                }
            }
            Inline::Text(text) if text.text.contains('@') => {
                let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>' | ',' | ';' | ':');
                for word in text.text.split(ends) {
                    let word = word.trim_end_matches(['.', '?', '!']);
                    if personal(word) {
                        let at = word.as_ptr() as usize - text.text.as_ptr() as usize;
                        let span = text.place(at..at + word.len());
                        report.add(span, format!("`{word}` is one person's address"), help(word));
                    }
                }
            }
            _ => addresses(inline.children(), site, report),
        }
    }
}

/// Returns whether the part before the sign is that of a contact in the store: it is a service's then, whatever it is called.
fn is_kept(address: &str, site: &Known<'_>) -> bool {
    let name = |address: &str| address.split('@').next().unwrap_or_default().to_lowercase();
    site.contacts.values().any(|contact| name(&contact.email) == name(address))
}

/// Returns whether an address is made of a first name, or its letter, and a family name.
fn personal(address: &str) -> bool {
    let Some((name, domain)) = address.split_once('@') else { return false };
    let Some((first, last)) = name.split_once(['.', '_']) else { return false };
    let lower = [first.to_lowercase(), last.to_lowercase()];
    let letters = |word: &String| word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'');
    let team = |word: &String| TEAMS.split_whitespace().any(|team| team == word);
    // "Hearing.fines" has no name in front.
    let name = |word: &String| NAMES.split_whitespace().any(|name| name == word);
    let thing = lower[0].len() > 2 && dictionary::knows(&lower[0]) && !name(&lower[0]);
    domain.contains('.')
        && !first.is_empty()
        && last.chars().count() > 2
        && lower.iter().all(letters)
        && !lower.iter().any(team)
        && !thing
}
