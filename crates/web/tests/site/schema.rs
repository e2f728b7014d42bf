//! Whether JSON is as a schema says: as much of JSON Schema as the document uses, and stricter. What a schema does not name
//! may not be there.
#![allow(dead_code, reason = "each test file uses its part of it")]

use serde_json::Value;

/// Everything that is wrong with `value`, by its place.
pub(crate) fn faults(document: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let schema = resolved(document, schema);
    for several in ["oneOf", "anyOf"] {
        if let Some(choices) = schema.get(several).and_then(Value::as_array) {
            let fits = choices.iter().any(|choice| faults(document, choice, value, at).is_empty());
            return if fits { vec![] } else { vec![format!("{at}: none of {several} fits {value}")] };
        }
    }
    let mut found = Vec::new();
    if let Some(named) = schema.get("type") {
        let types: Vec<&str> = match named {
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
            one => one.as_str().into_iter().collect(),
        };
        if !types.iter().any(|name| is(name, value)) {
            found.push(format!("{at}: {value} is not {types:?}"));
        }
    }
    if let Some(allowed) = schema.get("enum").and_then(Value::as_array)
        && !allowed.contains(value)
    {
        found.push(format!("{at}: {value} is none of {allowed:?}"));
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        for (index, item) in values.iter().enumerate() {
            found.extend(faults(document, items, item, &format!("{at}/{index}")));
        }
    }
    if let (Some(properties), Some(fields)) = (schema.get("properties").and_then(Value::as_object), value.as_object()) {
        for (name, field) in fields {
            match properties.get(name) {
                Some(schema) => found.extend(faults(document, schema, field, &format!("{at}/{name}"))),
                None => found.push(format!("{at}: nothing is said of {name}")),
            }
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        found
            .extend(required.filter(|name| !fields.contains_key(*name)).map(|name| format!("{at}: {name} is missing")));
    }
    found
}

/// What a `$ref` leads to.
pub(crate) fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema.get("$ref").and_then(Value::as_str) {
        Some(address) => {
            let found = document.pointer(address.trim_start_matches('#'));
            resolved(document, found.unwrap_or_else(|| panic!("{address} leads nowhere")))
        }
        None => schema,
    }
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("a type that is not known: {other}"),
    }
}

#[test]
fn a_schema_finds_what_is_wrong() {
    let document = serde_json::json!({ "a": { "type": "object", "required": ["x"],
        "properties": { "x": { "type": ["string", "null"] }, "y": { "type": "array", "items": { "type": "integer" } } } } });
    let schema = serde_json::json!({ "$ref": "#/a" });
    let count = |value: Value| faults(&document, &schema, &value, "").len();
    assert_eq!(count(serde_json::json!({ "x": null, "y": [1, 2] })), 0);
    assert_eq!(count(serde_json::json!({ "y": ["1", 2.5], "z": 0 })), 4);
}
