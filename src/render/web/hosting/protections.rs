//! The headers that protect readers, why each is there, and what would weaken it. One line each in [`PROTECTIONS`].

use std::collections::BTreeMap;

use super::policy::Policy;

/// What pages may load: nothing but the site's own files. A page's own `meta` element narrows this where it needs less;
/// both hold, so that a page without a script is served none. Source: W3C, Content Security Policy 3, 8.1.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; \
                          script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A header that every address has.
#[derive(Clone, Copy)]
pub struct Protection {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: &'static str,
    /// Whether it is only for sites with `https`.
    pub secure: bool,
    /// Returns the reasons why another value would protect less; none where it protects as much.
    pub weakened: fn(ours: &str, theirs: &str, origin: &str) -> Vec<String>,
    /// Returns the value that joins ours and another that does not weaken it.
    pub joined: fn(ours: &str, theirs: &str) -> String,
}

/// Every header that every address has, in the order in which they are sent.
pub const PROTECTIONS: &[Protection] = &[
    Protection {
        name: "Content-Security-Policy",
        value: POLICY,
        secure: false,
        weakened: |ours, theirs, origin| {
            theirs.split(',').flat_map(|one| Policy::parse(ours).weakened_by(&Policy::parse(one), origin)).collect()
        },
        joined: |ours, theirs| {
            let narrowed = theirs.split(',').fold(Policy::parse(ours), |all, one| all.narrowed_by(&Policy::parse(one)));
            narrowed.header()
        },
    },
    // No other site is told where its reader came from. Source: W3C, Referrer Policy, 3.1.
    only("Referrer-Policy", "no-referrer"),
    // A file is what its type says. Source: WHATWG, Fetch, 3.6.
    only("X-Content-Type-Options", "nosniff"),
    Protection {
        name: "Permissions-Policy",
        value: "camera=(), geolocation=(), microphone=(), browsing-topics=()",
        secure: false,
        weakened: |ours, theirs, _| {
            let ours = features(ours);
            let wider = features(theirs).into_iter().filter(|(name, value)| match ours.contains_key(name) {
                true => value != "()",
                false => !["()", "self", "(self)"].contains(&value.as_str()),
            });
            wider.map(|(name, value)| format!("`{name}={value}` gives away what `{name}=()` keeps")).collect()
        },
        joined: |ours, theirs| {
            let known = features(ours);
            let more = features(theirs).into_iter().filter(|(name, _)| !known.contains_key(name));
            more.fold(ours.to_string(), |all, (name, value)| format!("{all}, {name}={value}"))
        },
    },
    // Other sites cannot take its pages and pictures in, to find out who may see them. Source: WHATWG, Fetch, 3.7.
    only("Cross-Origin-Resource-Policy", "same-origin"),
    // Nor hold a window that shows one. Source: WHATWG, HTML, 7.1.3.
    only("Cross-Origin-Opener-Policy", "same-origin"),
    // For browsers that do not know `frame-ancestors`. Source: RFC 7034.
    only("X-Frame-Options", "DENY"),
    Protection {
        name: "Strict-Transport-Security",
        // A year. Not for other names below the host's, which may not have `https`: only their owner knows. Source: RFC
        // 6797, 6.1; the length is that of hstspreload.org.
        value: "max-age=31536000",
        secure: true,
        weakened: |ours, theirs, _| {
            let shorter = age(theirs) < age(ours);
            shorter.then(|| format!("`{theirs}` is shorter than `{ours}`")).into_iter().collect()
        },
        joined: |_, theirs| theirs.to_string(),
    },
];

/// Headers that would tell another computer, or the browser, what a reader looked at, whatever their value.
const TELLING: &[(&str, &str)] = &[
    ("NEL", "it tells another computer what a reader looks at"),
    ("Report-To", "it tells another computer what a reader looks at"),
    ("Reporting-Endpoints", "it tells another computer what a reader looks at"),
    ("Set-Cookie", "it leaves a trace on the reader's device, and the site says that it has no cookies"),
];

/// Returns the header of ours that has this name.
pub fn of_name(name: &str) -> Option<&'static Protection> {
    PROTECTIONS.iter().find(|known| known.name.eq_ignore_ascii_case(name))
}

/// Returns why a header that is none of ours harms readers all the same.
pub fn harm(name: &str, value: &str) -> Option<String> {
    if let Some((_, why)) = TELLING.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some((*why).to_string());
    }
    if name.eq_ignore_ascii_case("Content-Security-Policy-Report-Only") {
        let directives = value.split([';', ',']).filter_map(|one| one.split_ascii_whitespace().next());
        let mut tells = directives.filter(|name| name.to_ascii_lowercase().starts_with("report-"));
        return tells.next().map(|name| format!("`{name}` tells another computer what a reader looks at"));
    }
    let elsewhere = ["http:", "https:", "<//"].iter().any(|start| value.to_ascii_lowercase().contains(start));
    let away = name.eq_ignore_ascii_case("Link") && elsewhere;
    away.then(|| "it makes browsers ask another computer for a file".to_string())
}

const fn only(name: &'static str, value: &'static str) -> Protection {
    Protection {
        name,
        value,
        secure: false,
        weakened: |ours, theirs, _| {
            let same = theirs.split(',').all(|one| one.trim().eq_ignore_ascii_case(ours));
            (!same).then(|| format!("`{theirs}` protects less than `{ours}`")).into_iter().collect()
        },
        joined: |ours, _| ours.to_string(),
    }
}

/// Reads a list of features, such as `camera=(), usb=(self)`. Source: RFC 8941, 3.2.
fn features(value: &str) -> BTreeMap<String, String> {
    let pair = |one: &str| {
        let (name, value) = one.split_once('=').unwrap_or((one, "*"));
        (name.trim().to_ascii_lowercase(), value.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    value.split(',').filter(|one| !one.trim().is_empty()).map(pair).collect()
}

/// Returns how long a browser keeps to `https`, in seconds. Source: RFC 6797, 6.1.1.
fn age(value: &str) -> u64 {
    let ages = value.split(';').filter_map(|part| part.trim().split_once('='));
    let mut ages = ages.filter(|(name, _)| name.trim().eq_ignore_ascii_case("max-age"));
    ages.next().and_then(|(_, age)| age.trim().trim_matches('"').parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{harm, of_name};

    fn weakened(name: &str, theirs: &str) -> bool {
        let known = of_name(name).expect("a header of ours");
        !(known.weakened)(known.value, theirs, "https://pcc.example").is_empty()
    }

    #[test]
    fn what_protects_less_is_told() {
        for (name, less, as_much) in [
            ("referrer-policy", "origin", "no-referrer"),
            ("X-Content-Type-Options", "sniff", "NoSniff"),
            ("Permissions-Policy", "camera=(self)", "camera=(), usb=()"),
            ("Permissions-Policy", "fullscreen=*", "fullscreen=(self)"),
            ("Cross-Origin-Resource-Policy", "cross-origin", "same-origin"),
            ("Cross-Origin-Opener-Policy", "unsafe-none", "same-origin"),
            ("X-Frame-Options", "SAMEORIGIN", "deny"),
            ("Strict-Transport-Security", "max-age=300", "max-age=63072000; includeSubDomains"),
            ("Content-Security-Policy", "img-src 'none', img-src *", "img-src 'none'"),
        ] {
            assert!(weakened(name, less), "{name}: {less}");
            assert!(!weakened(name, as_much), "{name}: {as_much}");
        }
    }

    #[test]
    fn headers_that_tell_on_readers_are_known() {
        for (name, value, harms) in [
            ("set-cookie", "a=b", true),
            ("NEL", "{}", true),
            ("Link", "</style.css>; rel=preload", false),
            ("Link", "<https://cdn.example/>; rel=preconnect", true),
            ("Content-Security-Policy-Report-Only", "default-src 'none'; report-uri /x", true),
            ("X-Robots-Tag", "noindex", false),
        ] {
            assert_eq!(harm(name, value).is_some(), harms, "{name}");
        }
    }
}
