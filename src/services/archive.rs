//! The table of all services: an index of what there is, and the parts, one a service, which are read when they are asked
//! for.
//!
//! The format of `models.bin`: the length of the index in four bytes, the lowest first; the index; the parts in the order
//! of the index. Index and parts are deflated each by itself, so that a page can fetch one. The index is text: a line with
//! the source, its version and its date, then a line with name and length in bytes for each part. For the page, which has
//! one part after the other, `.build/bundle.mjs` also writes the names of all actions as a part of their own.

use super::action_names::ActionNames;
use super::model::Service;
use flate2::read::DeflateDecoder;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Longer than the text of any part; what is longer is no part.
const MAX_TEXT: u64 = 8 << 20;

/// The name of the list of all actions where parts are asked for one by one: no service is called so.
const ACTIONS: &str = "actions";

/// Bytes that are no table, or no part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrokenTable;

/// The table of all services, or none: then nothing is known of any. Copies share what has been read.
#[derive(Clone, Debug, Default)]
pub struct Services(Option<Arc<Table>>);

#[derive(Debug)]
struct Table {
    /// The source of the models with its version.
    source: String,
    /// The day of that version: `2026-11-20`.
    date: String,
    index: BTreeMap<String, Range<usize>>,
    /// The bytes of all parts; none where they are fetched one by one.
    bytes: &'static [u8],
    parts: Mutex<Parts>,
}

#[derive(Debug, Default)]
struct Parts {
    read: BTreeMap<String, Arc<Service>>,
    action_names: Option<Arc<ActionNames>>,
    /// What was asked for and is not there.
    missing: BTreeSet<String>,
}

impl PartialEq for Services {
    /// The same table, whatever of it has been read.
    fn eq(&self, other: &Self) -> bool {
        self.table().map(|table| &table.source) == other.table().map(|table| &table.source)
    }
}

impl Services {
    /// The table whole, as the terminal program brings it. The page and its worker never ask for it, so that they do not
    /// carry it.
    pub fn bundled() -> Self {
        static BUNDLED: std::sync::OnceLock<Services> = std::sync::OnceLock::new();
        let read = || Self::whole(include_bytes!("models.bin")).unwrap_or_default();
        BUNDLED.get_or_init(read).clone()
    }

    /// The table without its parts, as a page has it that has fetched none.
    #[cfg(test)]
    pub(crate) fn index_of_bundled() -> Self {
        let (length, rest) = include_bytes!("models.bin").split_first_chunk::<4>().unwrap();
        Self::of_index(&rest[..u32::from_le_bytes(*length) as usize]).unwrap()
    }

    /// A table whose parts are there.
    ///
    /// # Errors
    /// When the bytes are no table.
    pub fn whole(bytes: &'static [u8]) -> Result<Self, BrokenTable> {
        let (length, rest) = bytes.split_first_chunk::<4>().ok_or(BrokenTable)?;
        let length = u32::from_le_bytes(*length) as usize;
        let (index, parts) = rest.split_at_checked(length).ok_or(BrokenTable)?;
        Self::read(index, parts)
    }

    /// A table whose parts come later, by [`add`](Self::add).
    ///
    /// # Errors
    /// When the bytes are no index.
    pub fn of_index(index: &[u8]) -> Result<Self, BrokenTable> {
        Self::read(index, &[])
    }

    fn read(index: &[u8], bytes: &'static [u8]) -> Result<Self, BrokenTable> {
        let text = inflate(index).ok_or(BrokenTable)?;
        let mut lines = text.lines();
        let head: Vec<&str> = lines.next().ok_or(BrokenTable)?.split(' ').collect();
        let [name, version, date] = head[..] else { return Err(BrokenTable) };
        let mut index = BTreeMap::new();
        let mut start = 0_usize;
        for line in lines {
            let (service, length) = line.split_once(' ').ok_or(BrokenTable)?;
            let end = length.parse().ok().and_then(|length| start.checked_add(length)).ok_or(BrokenTable)?;
            index.insert(service.to_owned(), start..end);
            start = end;
        }
        let (source, date, parts) = (format!("{name} {version}"), date.to_owned(), Mutex::default());
        Ok(Self(Some(Arc::new(Table { source, date, index, bytes, parts }))))
    }

    fn table(&self) -> Option<&Table> {
        self.0.as_deref()
    }

    /// The day on which the models were published: `2026-11-20`. None without a table.
    pub fn date(&self) -> Option<&str> {
        self.table().map(|table| table.date.as_str())
    }

    /// The names of all services, as `arn:aws:states:::aws-sdk:NAME:…` has them, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.table().into_iter().flat_map(|table| table.index.keys().map(String::as_str))
    }

    /// Whether the table has a service.
    pub fn has(&self, name: &str) -> bool {
        self.table().is_some_and(|table| table.index.contains_key(name))
    }

    /// The model of a service. None where there is no such service, and where its part is not there: it is then
    /// [wanted](Self::take_wanted).
    pub fn service(&self, name: &str) -> Option<Arc<Service>> {
        let table = self.table()?;
        let range = table.index.get(name)?;
        let mut parts = table.parts();
        if let Some(service) = parts.read.get(name) {
            return Some(Arc::clone(service));
        }
        let service = table.bytes.get(range.clone()).and_then(part).map(Arc::new);
        match &service {
            Some(service) => {
                parts.read.insert(name.to_owned(), Arc::clone(service));
            }
            None => {
                parts.missing.insert(name.to_owned());
            }
        }
        service
    }

    /// Whether the model of a service can be had at once, or never: there is none.
    pub fn is_read(&self, name: &str) -> bool {
        let Some(table) = self.table() else { return false };
        !self.has(name) || !table.bytes.is_empty() || table.parts().read.contains_key(name)
    }

    /// The names of all actions of all services, to be searched. None where they are not there: they are then
    /// [wanted](Self::take_wanted), as a part of their own.
    pub fn action_names(&self) -> Option<Arc<ActionNames>> {
        let table = self.table()?;
        if let Some(known) = &table.parts().action_names {
            return Some(Arc::clone(known));
        }
        if table.bytes.is_empty() {
            table.parts().missing.insert(ACTIONS.to_owned());
            return None;
        }
        let parts = table.index.iter().filter_map(|(name, range)| Some((name, part(table.bytes.get(range.clone())?)?)));
        let names = parts.map(|(name, service)| (name.clone(), service.actions().map(str::to_owned).collect()));
        let names = Arc::new(ActionNames::new(names.collect()));
        table.parts().action_names = Some(Arc::clone(&names));
        Some(names)
    }

    /// Adds the part of a service, or the names of all actions, under the name by which they were wanted.
    ///
    /// # Errors
    /// When the bytes are no part.
    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<(), BrokenTable> {
        if name == ACTIONS {
            let names = inflate(bytes).and_then(|text| ActionNames::read(&text)).ok_or(BrokenTable)?;
            if let Some(table) = self.table() {
                table.parts().action_names = Some(Arc::new(names));
            }
            return Ok(());
        }
        let service = part(bytes).ok_or(BrokenTable)?;
        if let Some(table) = self.table() {
            table.parts().read.insert(name.to_owned(), Arc::new(service));
        }
        Ok(())
    }

    /// The services that were asked for since the last call, and whose parts are not there.
    pub fn take_wanted(&self) -> Vec<String> {
        let missing = self.table().map(|table| std::mem::take(&mut table.parts().missing));
        missing.into_iter().flatten().collect()
    }
}

impl Table {
    fn parts(&self) -> MutexGuard<'_, Parts> {
        // What is in there is whole at any time.
        self.parts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn part(bytes: &[u8]) -> Option<Service> {
    inflate(bytes).and_then(|text| Service::read(&text))
}

fn inflate(bytes: &[u8]) -> Option<String> {
    let mut text = String::new();
    let mut reader = DeflateDecoder::new(bytes).take(MAX_TEXT);
    reader.read_to_string(&mut text).ok().filter(|_| !text.is_empty())?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_the_table_is_read() {
        let services = Services::bundled();
        let n_actions: usize = services
            .names()
            .map(|name| services.service(name).unwrap_or_else(|| panic!("{name}")).actions().count())
            .sum();
        assert!(services.names().count() > 400 && n_actions > 15_000, "{n_actions}");
        assert!(services.date().unwrap() >= "2026-11-20");
        assert_eq!(services.take_wanted(), [""; 0]);
    }

    #[test]
    fn a_part_that_is_not_there_is_wanted_until_it_comes() {
        let bytes: &[u8] = include_bytes!("models.bin");
        let length = u32::from_le_bytes(bytes[..4].try_into().unwrap()) as usize;
        let services = Services::index_of_bundled();
        assert!(services.has("sqs") && services.service("sqs").is_none() && services.service("tea").is_none());
        assert_eq!(services.take_wanted(), ["sqs"]);
        assert_eq!(services.take_wanted(), [""; 0]);
        let range = services.table().unwrap().index["sqs"].clone();
        services.add("sqs", &bytes[4 + length..][range]).unwrap();
        assert!(services.service("sqs").unwrap().action("sendMessage").is_some());
        assert_eq!(services.add("sqs", b"no part"), Err(BrokenTable));
    }

    #[test]
    fn the_names_of_all_actions_come_as_a_part() {
        use std::io::Write as _;
        let whole = Services::bundled().action_names().unwrap();
        let lines: Vec<String> =
            whole.services().map(|(service, actions)| format!("{service} {}", actions.join(" "))).collect();
        assert!(lines.iter().any(|line| line.starts_with("sqs ") && line.contains(" sendMessage ")));
        let mut deflated = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
        deflated.write_all(lines.join("\n").as_bytes()).unwrap();
        let services = Services::index_of_bundled();
        assert_eq!(services.action_names(), None);
        assert_eq!(services.take_wanted(), ["actions"]);
        services.add("actions", &deflated.finish().unwrap()).unwrap();
        assert_eq!(services.action_names(), Some(whole));
        assert_eq!(services.add("actions", b"no names"), Err(BrokenTable));
        assert_eq!(Services::default().action_names(), None);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for bytes in [&b""[..], b"\x01", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x02\0\0\0ab"] {
            assert_eq!(Services::whole(bytes).err(), Some(BrokenTable));
        }
        assert_eq!(Services::default().names().count(), 0);
    }
}
