//! Where a person's work is kept: IndexedDB, and localStorage where that is not to be had or not in time.

use crate::project::{Batch, Put};
use gloo::timers::future::TimeoutFuture;
use idb::{Database, DatabaseEvent as _, Factory, KeyRange, ObjectStore, ObjectStoreParams, Query, TransactionMode};
use leptos::prelude::window;
use wasm_bindgen::JsValue;

const DATABASE: &str = "pasos";
const VERSION: u32 = 2;
const RECORDS: &str = "records";

/// Where the first version of the page kept the one project that it had, and under which key.
const FIRST_STORE: &str = "projects";
const FIRST_KEY: &str = "project";

/// How keys of localStorage begin that are ours.
const LOCAL: &str = "pasos/";

/// How often a database that cannot be opened is tried again, and after how long, in milliseconds.
const N_TRIES: usize = 5;
const PAUSE: u32 = 200;

/// Behind every text that can follow the beginning of a key.
const LAST: &str = "\u{ffff}";

/// Why something is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum NotStored {
    /// There is no room.
    Full,
    /// Somebody else, as another tab, has written what this was worked out from.
    Overtaken,
    /// The browser does not let the page keep anything, or no more.
    Refused,
}

/// A record: its key and its text.
pub(in crate::ui) type Record = (String, String);

/// The stores of this browser.
#[derive(Debug)]
pub(in crate::ui) struct Storage {
    database: Option<Database>,
}

impl Storage {
    /// Opens the database; without one localStorage has to do. One that is there and cannot be opened is tried again: a
    /// browser that has just been ended may still hold it.
    pub(in crate::ui) async fn open() -> Self {
        let mut database = open().await;
        for _ in 0..N_TRIES {
            if database.is_ok() || Factory::new().is_err() {
                break;
            }
            TimeoutFuture::new(PAUSE).await;
            database = open().await;
        }
        Self { database: database.ok() }
    }

    /// Whether there is a database that could not be opened: what it holds is not seen.
    pub(in crate::ui) fn is_closed(&self) -> bool {
        self.database.is_none() && Factory::new().is_ok()
    }

    /// All records of the database whose keys begin so, in the order of their keys.
    pub(in crate::ui) async fn read(&self, prefix: &str) -> Vec<Record> {
        self.read_all(prefix).await.unwrap_or_default()
    }

    async fn read_all(&self, prefix: &str) -> Result<Vec<Record>, idb::Error> {
        let Some(database) = &self.database else { return Ok(Vec::new()) };
        let transaction = database.transaction(&[RECORDS], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(RECORDS)?;
        let keys = store.get_all_keys(Some(beginning(prefix)?), None)?;
        let texts = store.get_all(Some(beginning(prefix)?), None)?;
        let (keys, texts) = (keys.await?, texts.await?);
        let pair = |(key, text): (JsValue, JsValue)| Some((key.as_string()?, text.as_string()?));
        Ok(keys.into_iter().zip(texts).filter_map(pair).collect())
    }

    /// What the first version of the page kept.
    pub(in crate::ui) async fn read_first_version(&self) -> Option<String> {
        let read = async || {
            let Some(database) = &self.database else { return Ok::<_, idb::Error>(None) };
            if !database.store_names().iter().any(|name| name == FIRST_STORE) {
                return Ok(None);
            }
            let transaction = database.transaction(&[FIRST_STORE], TransactionMode::ReadOnly)?;
            let found = transaction.object_store(FIRST_STORE)?.get(JsValue::from_str(FIRST_KEY))?.await?;
            Ok(found.and_then(|value| value.as_string()))
        };
        read().await.ok().flatten().or_else(|| window().local_storage().ok()??.get_item(FIRST_KEY).ok()?)
    }

    /// Carries out a batch in the database, wholly or not at all; it is done once the transaction is.
    ///
    /// # Errors
    /// When nothing was changed, and why.
    pub(in crate::ui) async fn commit(&self, batch: &Batch) -> Result<(), NotStored> {
        match self.try_commit(batch).await {
            Ok(done) => done,
            Err(error) => Err(why(&error)),
        }
    }

    async fn try_commit(&self, batch: &Batch) -> Result<Result<(), NotStored>, idb::Error> {
        let Some(database) = &self.database else { return Ok(Err(NotStored::Refused)) };
        let transaction = database.transaction(&[RECORDS], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(RECORDS)?;
        if let Some((key, expected)) = &batch.expected {
            let found = store.get(JsValue::from_str(key))?.await?.and_then(|value| value.as_string());
            if found != *expected {
                transaction.abort()?;
                return Ok(Err(NotStored::Overtaken));
            }
        }
        remove_and_put(&store, batch)?;
        let transaction = transaction.commit()?;
        // A transaction for which there was no room is aborted after its requests went well.
        let ended = transaction.await?;
        Ok(if ended.is_committed() { Ok(()) } else { Err(NotStored::Full) })
    }
}

fn remove_and_put(store: &ObjectStore, batch: &Batch) -> Result<(), idb::Error> {
    for prefix in &batch.removed_prefixes {
        store.delete(beginning(prefix)?)?;
    }
    for key in &batch.removed {
        store.delete(JsValue::from_str(key))?;
    }
    for Put { key, text } in &batch.puts {
        store.put(&JsValue::from_str(text), Some(&JsValue::from_str(key)))?;
    }
    Ok(())
}

fn beginning(prefix: &str) -> Result<Query, idb::Error> {
    let (first, last) = (JsValue::from_str(prefix), JsValue::from_str(&format!("{prefix}{LAST}")));
    Ok(KeyRange::bound(&first, &last, None, None)?.into())
}

fn why(error: &idb::Error) -> NotStored {
    if format!("{error:?}").contains("QuotaExceeded") { NotStored::Full } else { NotStored::Refused }
}

async fn open() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database()
            && !database.store_names().iter().any(|name| name == RECORDS)
        {
            // Without the store every access fails, and localStorage takes over.
            let _ = database.create_object_store(RECORDS, ObjectStoreParams::new());
        }
    });
    let mut database = request.await?;
    // A later version of the page in another tab must not wait for this one.
    database.on_version_change(|event| {
        if let Some(Ok(database)) = event.target().map(Database::try_from) {
            database.close();
        }
    });
    Ok(database)
}

/// All records of localStorage whose keys begin so, in the order of their keys.
pub(in crate::ui) fn read_local(prefix: &str) -> Vec<Record> {
    let Ok(Some(storage)) = window().local_storage() else { return Vec::new() };
    let whole = format!("{LOCAL}{prefix}");
    let keys = (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok()?);
    let keys: Vec<String> = keys.filter(|key| key.starts_with(&whole)).collect();
    let record = |key: String| Some((key[LOCAL.len()..].to_owned(), storage.get_item(&key).ok()??));
    let mut records: Vec<Record> = keys.into_iter().filter_map(record).collect();
    records.sort();
    records
}

/// Carries out a batch in localStorage, at once: also while the page is being left. Puts come before what they take the
/// place of goes, so that something can be read whenever it ends.
///
/// # Errors
/// When it could not be carried out, and why; then part of it may have been.
pub(in crate::ui) fn commit_local(batch: &Batch) -> Result<(), NotStored> {
    let Ok(Some(storage)) = window().local_storage() else { return Err(NotStored::Refused) };
    for Put { key, text } in &batch.puts {
        storage.set_item(&format!("{LOCAL}{key}"), text).map_err(|_| NotStored::Full)?;
    }
    let put = |key: &String| batch.puts.iter().any(|put| put.key == *key);
    let within = batch.removed_prefixes.iter().flat_map(|prefix| read_local(prefix)).map(|(key, _)| key);
    for key in within.chain(batch.removed.iter().cloned()).filter(|key| !put(key)) {
        // What stays in vain is older than what was put, and passed over.
        let _ = storage.remove_item(&format!("{LOCAL}{key}"));
    }
    Ok(())
}
