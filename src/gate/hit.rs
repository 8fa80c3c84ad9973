//! What was found, where inside a file, and how sure it is. No part of a secret can be printed by accident.

use std::fmt;

/// One finding of the gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// What follows from it.
    pub tier: Tier,
    /// The normalised value: the same for every way of writing it.
    pub secret: Secret,
    /// Where in the file.
    pub inside: Inside,
}

/// What follows from a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// A check sum or a label holds: it stops, whatever the settings.
    Block,
    /// Only the shape: it stops until somebody answers.
    Ask,
    /// Worth a look: it never stops.
    Warn,
}

/// What kind of thing was found. One file of `detect` for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitKind {
    /// 18 digits with a check digit, also of residence permits.
    ResidentId,
    /// The form of 15 digits that was issued until 1999.
    ResidentIdOld,
    /// An identity number that a spreadsheet rounded: `1.10101E+17`, `…000`.
    RoundedId,
    /// Mobile telephone number.
    Mobile,
    /// Bank card.
    BankCard,
    /// Unified social credit code.
    CreditCode,
    /// Passport or travel permit.
    Passport,
    /// Number plate of a car.
    Plate,
    /// QQ number.
    Qq,
    /// WeChat name.
    Wechat,
    /// Mail address.
    Email,
    /// Telephone number of an office.
    Landline,
    /// Number of a member, exactly as in the register.
    MemberNumber,
    /// One of the school's own patterns, by its position.
    Pattern(u16),
    /// Name of a member who did not agree.
    Name,
    /// Where somebody lives.
    HomeAddress,
    /// Day of birth.
    BirthDate,
    /// Health, family, religion: a label with a value.
    Sensitive,
    /// Metadata that no published picture may carry.
    Metadata,
    /// A document that says it is internal.
    Marking,
    /// Something that cannot be read as text.
    Unreadable(Unreadable),
}

impl HitKind {
    /// Short names, as waivers use them, with one kind of each.
    const NAMES: [(&'static str, Self); 21] = [
        ("resident_id", Self::ResidentId),
        ("resident_id_old", Self::ResidentIdOld),
        ("rounded_id", Self::RoundedId),
        ("mobile", Self::Mobile),
        ("bank_card", Self::BankCard),
        ("credit_code", Self::CreditCode),
        ("passport", Self::Passport),
        ("plate", Self::Plate),
        ("qq", Self::Qq),
        ("wechat", Self::Wechat),
        ("email", Self::Email),
        ("landline", Self::Landline),
        ("member_number", Self::MemberNumber),
        ("pattern", Self::Pattern(0)),
        ("name", Self::Name),
        ("home_address", Self::HomeAddress),
        ("birth_date", Self::BirthDate),
        ("sensitive", Self::Sensitive),
        ("metadata", Self::Metadata),
        ("marking", Self::Marking),
        ("unreadable", Self::Unreadable(Unreadable::Broken)),
    ];

    /// `resident_id`.
    pub fn name(self) -> &'static str {
        let plain = match self {
            Self::Pattern(_) => Self::Pattern(0),
            Self::Unreadable(_) => Self::Unreadable(Unreadable::Broken),
            other => other,
        };
        Self::NAMES.iter().find(|(_, kind)| *kind == plain).map_or("marking", |(name, _)| name)
    }

    /// All short names.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().map(|(name, _)| *name)
    }
}

/// Why something cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unreadable {
    /// It wants a password.
    Encrypted,
    /// A page holds pictures and no text.
    OnlyPictures,
    /// Text whose characters cannot be told.
    UnknownGlyphs,
    /// A picture that is published as it is.
    Picture,
    /// Sound or film.
    Media,
    /// A format that nobody here knows, or an old one.
    UnknownFormat,
    /// Larger, deeper or more tightly packed than is read.
    TooMuch,
    /// Damaged.
    Broken,
}

/// A value that must not be seen. It can be compared and masked, and never printed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Secret(String);

impl Secret {
    /// Keeps a normalised value.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value, for those who compare or hash it. Never for a message, a file or a cache.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The first character and the length, which help to find it and not to guess it.
    pub fn masked(&self) -> String {
        self.0.chars().enumerate().map(|(idx, character)| if idx == 0 { character } else { '*' }).collect()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Where inside a file: the way through what is packed in it, and the spot there.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Inside {
    /// Names of what is packed, outermost first: `名单.docx`, `word/comments.xml`.
    pub parts: Vec<String>,
    /// Where in the innermost.
    pub spot: Spot,
}

/// A spot in a text, a document or a workbook. All numbers count from one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// Somewhere in it.
    #[default]
    Whole,
    /// The name of the file itself.
    FileName,
    /// A line.
    Line(u32),
    /// A page.
    Page(u32),
    /// A cell: sheet, row, column.
    Cell(String, u32, u32),
    /// A property, by its technical name: `dc:creator`.
    Property(String),
}
