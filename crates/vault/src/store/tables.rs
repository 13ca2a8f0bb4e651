//! Whole tables as JSON and back, for what an export carries along as it is. Must not know what the columns mean.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params_from_iter};
use serde_json::{Map, Value};

use crate::Error;
use crate::clock::format_time;

/// A table that an export carries.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Table {
    Audit,
    Checkpoint,
    Receipt,
    AllowedValue,
}

impl Table {
    fn name_and_order(self) -> (&'static str, &'static str) {
        match self {
            Table::Audit => ("audit", "sequence"),
            Table::Checkpoint => ("checkpoint", "sequence"),
            Table::Receipt => ("receipt", "at_ms, id"),
            Table::AllowedValue => ("allowed_value", "kind, mac"),
        }
    }
}

/// Hands every row to `each`: bytes as lower-case hexadecimal, and beside a column `x_ms` its time as `x`.
pub(crate) fn for_each_row(
    db: &Connection,
    table: Table,
    each: &mut dyn FnMut(Map<String, Value>) -> Result<(), Error>,
) -> Result<(), Error> {
    let (name, order) = table.name_and_order();
    let mut statement = db.prepare(&format!("SELECT * FROM {name} ORDER BY {order}"))?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut object = Map::new();
        for (at, column) in columns.iter().enumerate() {
            let value = match row.get_ref(at)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => {
                    if let Some(time) = column.strip_suffix("_ms") {
                        object.insert(time.to_owned(), format_time(number).into());
                    }
                    number.into()
                }
                ValueRef::Real(number) => number.into(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
                ValueRef::Blob(bytes) => data_encoding::HEXLOWER.encode(bytes).into(),
            };
            object.insert(column.clone(), value);
        }
        each(object)?;
    }
    Ok(())
}

/// Puts a row back that [`for_each_row`] gave. What is no column here is passed over.
pub(crate) fn insert_row(db: &Connection, table: Table, object: &Map<String, Value>) -> Result<(), Error> {
    let (name, _) = table.name_and_order();
    let damaged = || Error::damaged("the export");
    let mut statement = db.prepare_cached("SELECT name, type FROM pragma_table_info(?1)")?;
    let columns: Vec<(String, String)> =
        statement.query_map([name], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for (column, kind) in columns {
        let Some(value) = object.get(&column) else { continue };
        values.push(match (value, kind.as_str()) {
            (Value::Null, _) => rusqlite::types::Value::Null,
            (Value::String(text), "BLOB") => rusqlite::types::Value::Blob(
                data_encoding::HEXLOWER.decode(text.as_bytes()).map_err(|_| damaged())?,
            ),
            (Value::String(text), "TEXT") => rusqlite::types::Value::Text(text.clone()),
            (Value::Number(number), "INTEGER") => {
                rusqlite::types::Value::Integer(number.as_i64().ok_or_else(damaged)?)
            }
            _ => return Err(damaged()),
        });
        names.push(column);
    }
    let places: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
    let sql = format!("INSERT INTO {name} ({}) VALUES ({})", names.join(", "), places.join(", "));
    db.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}
