//! Letters of symbol faces as the letters that they show. Source: Unicode Consortium, mapping tables of Apple's Symbol and
//! Microsoft's Wingdings; documents name them by number, in the private range from U+F000.

/// Returns the letter that a symbol shows, given its face and number; nothing where that is not known.
pub fn letter(face: &str, number: u32) -> Option<char> {
    let low = number & 0xFF;
    match face.to_lowercase().as_str() {
        "symbol" => known(SYMBOL, low)
            .or_else(|| char::from_u32(low).filter(|c| c.is_ascii_digit() || "!%&()+,./:;<=>?[]_{|} ".contains(*c))),
        "wingdings" => known(WINGDINGS, low),
        "wingdings 2" | "wingdings 3" | "webdings" => None,
        _ if (0xF000..=0xF0FF).contains(&number) => None,
        _ => char::from_u32(number).filter(|c| !c.is_control()),
    }
}

fn known(table: &[(u32, char)], low: u32) -> Option<char> {
    table.iter().find(|(code, _)| *code == low).map(|(_, letter)| *letter)
}

/// Returns whether a character is in the range that symbol faces use.
pub fn is_private(c: char) -> bool {
    ('\u{f000}'..='\u{f0ff}').contains(&c)
}

const SYMBOL: &[(u32, char)] = &[
    (0x22, '\u{2200}'),
    (0x24, '\u{2203}'),
    (0x2D, '\u{2212}'),
    (0x40, '\u{2245}'),
    (0x41, '\u{391}'),
    (0x42, '\u{392}'),
    (0x43, '\u{3a7}'),
    (0x44, '\u{394}'),
    (0x45, '\u{395}'),
    (0x46, '\u{3a6}'),
    (0x47, '\u{393}'),
    (0x4C, '\u{39b}'),
    (0x50, '\u{3a0}'),
    (0x51, '\u{398}'),
    (0x53, '\u{3a3}'),
    (0x57, '\u{3a9}'),
    (0x58, '\u{39e}'),
    (0x59, '\u{3a8}'),
    (0x61, '\u{3b1}'),
    (0x62, '\u{3b2}'),
    (0x63, '\u{3c7}'),
    (0x64, '\u{3b4}'),
    (0x65, '\u{3b5}'),
    (0x66, '\u{3c6}'),
    (0x67, '\u{3b3}'),
    (0x68, '\u{3b7}'),
    (0x69, '\u{3b9}'),
    (0x6B, '\u{3ba}'),
    (0x6C, '\u{3bb}'),
    (0x6D, '\u{3bc}'),
    (0x6E, '\u{3bd}'),
    (0x6F, '\u{3bf}'),
    (0x70, '\u{3c0}'),
    (0x71, '\u{3b8}'),
    (0x72, '\u{3c1}'),
    (0x73, '\u{3c3}'),
    (0x74, '\u{3c4}'),
    (0x75, '\u{3c5}'),
    (0x77, '\u{3c9}'),
    (0x78, '\u{3be}'),
    (0x79, '\u{3c8}'),
    (0x7A, '\u{3b6}'),
    (0xA0, '\u{20ac}'),
    (0xA3, '\u{2264}'),
    (0xA5, '\u{221e}'),
    (0xA7, '\u{2663}'),
    (0xA8, '\u{2666}'),
    (0xA9, '\u{2665}'),
    (0xAA, '\u{2660}'),
    (0xAB, '\u{2194}'),
    (0xAC, '\u{2190}'),
    (0xAD, '\u{2191}'),
    (0xAE, '\u{2192}'),
    (0xAF, '\u{2193}'),
    (0xB0, '\u{b0}'),
    (0xB1, '\u{b1}'),
    (0xB3, '\u{2265}'),
    (0xB4, '\u{d7}'),
    (0xB7, '\u{2022}'),
    (0xB8, '\u{f7}'),
    (0xB9, '\u{2260}'),
    (0xBA, '\u{2261}'),
    (0xBB, '\u{2248}'),
    (0xBC, '\u{2026}'),
    (0xC6, '\u{2205}'),
    (0xC7, '\u{2229}'),
    (0xC8, '\u{222a}'),
    (0xCE, '\u{2208}'),
    (0xD2, '\u{ae}'),
    (0xD3, '\u{a9}'),
    (0xD4, '\u{2122}'),
    (0xD6, '\u{221a}'),
    (0xD7, '\u{22c5}'),
    (0xD9, '\u{2227}'),
    (0xDA, '\u{2228}'),
    (0xDB, '\u{21d4}'),
    (0xDE, '\u{21d2}'),
    (0xE5, '\u{2211}'),
    (0xF2, '\u{222b}'),
];

const WINGDINGS: &[(u32, char)] = &[
    (0x21, '\u{270f}'),
    (0x22, '\u{2702}'),
    (0x28, '\u{260e}'),
    (0x29, '\u{2706}'),
    (0x2A, '\u{2709}'),
    (0x36, '\u{231b}'),
    (0x3A, '\u{1f5b3}'),
    (0x46, '\u{261e}'),
    (0x4A, '\u{263a}'),
    (0x4C, '\u{2639}'),
    (0x6C, '\u{25cf}'),
    (0x6E, '\u{25a0}'),
    (0x6F, '\u{25a1}'),
    (0x71, '\u{2751}'),
    (0x72, '\u{2752}'),
    (0x75, '\u{25c6}'),
    (0x76, '\u{2756}'),
    (0x9E, '\u{b7}'),
    (0x9F, '\u{2022}'),
    (0xA7, '\u{25aa}'),
    (0xA8, '\u{25fb}'),
    (0xAB, '\u{2605}'),
    (0xD8, '\u{27a2}'),
    (0xDF, '\u{2190}'),
    (0xE0, '\u{2192}'),
    (0xE1, '\u{2191}'),
    (0xE2, '\u{2193}'),
    (0xE8, '\u{2794}'),
    (0xF0, '\u{21e8}'),
    (0xFB, '\u{2717}'),
    (0xFC, '\u{2713}'),
    (0xFD, '\u{2612}'),
    (0xFE, '\u{2611}'),
];

/// Returns digits and letters that stand high or low as Unicode has them; nothing where it has not all of them.
pub fn raised(words: &str, high: bool) -> Option<String> {
    const HIGH: &str = "\u{2070}\u{b9}\u{b2}\u{b3}\u{2074}\u{2075}\u{2076}\u{2077}\u{2078}\u{2079}\u{207a}\u{207b}";
    const LOW: &str =
        "\u{2080}\u{2081}\u{2082}\u{2083}\u{2084}\u{2085}\u{2086}\u{2087}\u{2088}\u{2089}\u{208a}\u{208b}";
    let table = if high { HIGH } else { LOW };
    let one = |c: char| {
        let at = "0123456789+-".find(if c == '\u{2212}' { '-' } else { c })?;
        table.chars().nth(at)
    };
    words.chars().map(one).collect()
}
