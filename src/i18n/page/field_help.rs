//! What each field is for, in a sentence or two, with an example (specification, tables of state fields; developer
//! guide, one page per state). Field names and examples are AWS's own words and the same in every language.

use crate::i18n::Language;

/// The help of a field.
#[derive(Clone, Copy, Debug)]
pub struct FieldHelp {
    field: &'static str,
    en: &'static str,
    es: &'static str,
    /// How it is written; empty where the words say it.
    pub example: &'static str,
}

impl FieldHelp {
    /// The words in a language.
    pub fn words(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Es => self.es,
        }
    }
}

/// The help of a field. `owner` is the field in which it stands, if any: a `Resource` in an `ItemReader` is another one
/// than that of a Task.
pub fn field_help(owner: &str, field: &str) -> Option<&'static FieldHelp> {
    let owned = |help: &&FieldHelp| help.field.split_once('.').is_some_and(|parts| parts == (owner, field));
    HELP.iter().find(owned).or_else(|| HELP.iter().find(|help| help.field == field))
}

macro_rules! help {
    ($($field:literal: $en:literal, $es:literal, $example:literal;)*) => {
        static HELP: &[FieldHelp] = &[$(FieldHelp { field: $field, en: $en, es: $es, example: $example }),*];
    };
}

help! {
    "Comment": "A note for people. It changes nothing.", "Una nota para las personas. No cambia nada.", "";
    "QueryLanguage": "How data is read and written: JSONPath with paths and templates, or JSONata with expressions. A state can use JSONata in a machine that uses JSONPath, not the other way round.", "Cómo se leen y escriben los datos: JSONPath con rutas y plantillas, o JSONata con expresiones. Un estado puede usar JSONata en una máquina JSONPath, pero no al revés.", "";
    "StartAt": "The state that runs first.", "El estado que se ejecuta primero.", "";
    "Version": "The version of the language. There is only 1.0.", "La versión del lenguaje. Solo existe 1.0.", "";
    "TimeoutSeconds": "How long it may take. After that it fails with States.Timeout.", "Cuánto puede tardar. Después falla con States.Timeout.", "300";
    "HeartbeatSeconds": "The longest silence between two heartbeats of the worker. It must be shorter than TimeoutSeconds.", "El silencio más largo entre dos señales de vida del trabajador. Tiene que ser menor que TimeoutSeconds.", "60";
    "Next": "The state that comes next, or the end of this machine, branch or iteration.", "El estado que sigue, o el fin de esta máquina, rama o iteración.", "";
    "Resource": "What the task calls: a service and its action, a Lambda function or an activity, as an ARN. .sync waits for the job, .waitForTaskToken for an answer.", "Lo que llama la tarea: un servicio y su acción, una función Lambda o una actividad, como ARN. .sync espera al trabajo y .waitForTaskToken a una respuesta.", "arn:aws:states:::lambda:invoke";
    "Credentials": "The role that the task takes on instead of the one of the machine, for example in another account.", "El rol que asume la tarea en lugar del de la máquina, por ejemplo en otra cuenta.", "";
    "RoleArn": "The ARN of the role.", "El ARN del rol.", "arn:aws:iam::111122223333:role/Reader";
    "RateControl": "A field that AWS does not document. Pasos keeps it as it is.", "Un campo que AWS no documenta. Pasos lo conserva tal cual.", "";
    "Parameters": "What is sent. A key that ends in .$ takes its value from a path or an intrinsic function.", "Lo que se envía. Una clave que termina en .$ toma su valor de una ruta o de una función intrínseca.", "{ \"id.$\": \"$.order.id\" }";
    "Arguments": "What is sent. Any text in {% %} is a JSONata expression.", "Lo que se envía. Todo texto entre {% %} es una expresión JSONata.", "{ \"id\": \"{% $states.input.order.id %}\" }";
    "InputPath": "The part of the input that the state sees. null means an empty object.", "La parte de la entrada que ve el estado. null significa un objeto vacío.", "$.order";
    "ResultSelector": "Picks and renames parts of the result before ResultPath puts it somewhere.", "Elige y renombra partes del resultado antes de que ResultPath lo coloque.", "{ \"total.$\": \"$.Payload.total\" }";
    "ResultPath": "Where the result goes in the input. $ replaces the input, null drops the result.", "Dónde queda el resultado dentro de la entrada. $ reemplaza la entrada y null descarta el resultado.", "$.payment";
    "OutputPath": "The part that is passed to the next state. null means an empty object.", "La parte que pasa al estado siguiente. null significa un objeto vacío.", "$.payment";
    "Output": "What is passed to the next state. Without it: the result, or the input where there is no result.", "Lo que pasa al estado siguiente. Sin él: el resultado, o la entrada si no hay resultado.", "{% $states.result.Payload %}";
    "Assign": "Variables that later states can read as $name. All are worked out before any is set.", "Variables que los estados siguientes leen como $nombre. Todas se calculan antes de asignar ninguna.", "{ \"total\": \"{% $states.result.total %}\" }";
    "Retry": "When to try again after an error, how often and after which delays. The first retrier that fits counts.", "Cuándo reintentar tras un error, cuántas veces y con qué demoras. Cuenta el primer reintento que encaja.", "";
    "Catch": "Where to go when an error is left after all retries. The first catcher that fits counts.", "A dónde ir cuando queda un error tras los reintentos. Cuenta la primera captura que encaja.", "";
    "ErrorEquals": "The names of the errors it is for. States.ALL stands for every error and must be alone and last.", "Los nombres de los errores para los que vale. States.ALL vale para todos: va solo y al final.", "States.TaskFailed";
    "IntervalSeconds": "How long to wait before the first retry.", "Cuánto esperar antes del primer reintento.", "2";
    "MaxAttempts": "How often to try again. 0 means never.", "Cuántas veces reintentar. 0 significa nunca.", "5";
    "BackoffRate": "By how much each delay is longer than the one before.", "Cuánto se alarga cada demora respecto de la anterior.", "1.5";
    "MaxDelaySeconds": "The longest delay between two tries.", "La demora más larga entre dos intentos.", "60";
    "JitterStrategy": "FULL takes a random moment within each delay, so that many executions do not try again at once.", "FULL toma un momento al azar dentro de cada demora, para que muchas ejecuciones no reintenten a la vez.", "";
    "Catch.ResultPath": "Where the error goes in the input. $ replaces the input, and with it all data so far.", "Dónde queda el error dentro de la entrada. $ reemplaza la entrada y con ella todos los datos.", "$.error";
    "Catch.Output": "What the next state gets. Without it: only the error.", "Lo que recibe el estado siguiente. Sin él: solo el error.", "{% $states.errorOutput %}";
    "Catch.Next": "The state that takes care of the error.", "El estado que se ocupa del error.", "";
    "Choices": "The rules are tried from top to bottom; the first that matches decides.", "Las reglas se prueban de arriba abajo; decide la primera que se cumple.", "";
    "Default": "Where to go when no rule matches. Without it the execution fails.", "A dónde ir si ninguna regla se cumple. Sin él, la ejecución falla.", "";
    "Condition": "A JSONata expression that gives true or false.", "Una expresión JSONata que da true o false.", "{% $states.input.total > 100 %}";
    "Choices.Next": "Where to go when the rule matches.", "A dónde ir cuando la regla se cumple.", "";
    "Choices.Output": "What is passed on when this rule matches.", "Lo que se pasa cuando se cumple esta regla.", "";
    "Choices.Assign": "Variables that are set when this rule matches.", "Variables que se asignan cuando se cumple esta regla.", "";
    "Seconds": "How long to wait, or until when: a number of seconds, a moment, or where in the data to find it.", "Cuánto esperar, o hasta cuándo: unos segundos, un momento, o dónde encontrarlo en los datos.", "10";
    "Timestamp": "Until when to wait, in RFC 3339 with a capital T and an offset.", "Hasta cuándo esperar, en RFC 3339 con T mayúscula y diferencia horaria.", "2030-01-01T09:00:00Z";
    "Error": "The name of the error, as catchers and people see it.", "El nombre del error, como lo ven las capturas y las personas.", "PaymentRefused";
    "Cause": "What happened, for people.", "Qué pasó, para las personas.", "The card was refused.";
    "Result": "What the state gives back, as it is written.", "Lo que devuelve el estado, tal como está escrito.", "{ \"ready\": true }";
    "Branches": "Small machines that run side by side. The result is the list of their outputs.", "Pequeñas máquinas que se ejecutan en paralelo. El resultado es la lista de sus salidas.", "";
    "ItemProcessor": "The states that run for each item.", "Los estados que se ejecutan para cada elemento.", "";
    "Iterator": "The older name of ItemProcessor.", "El nombre anterior de ItemProcessor.", "";
    "ProcessorConfig": "Whether the items are worked on inside this execution or each in one of its own.", "Si los elementos se procesan dentro de esta ejecución o cada uno en una propia.", "";
    "Mode": "INLINE runs inside this execution, up to 40 at once. DISTRIBUTED starts an execution for each item or batch, up to 10,000 at once.", "INLINE se ejecuta dentro de esta ejecución, hasta 40 a la vez. DISTRIBUTED inicia una ejecución por elemento o lote, hasta 10.000 a la vez.", "";
    "ExecutionType": "STANDARD for long work, EXPRESS for up to five minutes each.", "STANDARD para trabajos largos, EXPRESS para hasta cinco minutos cada uno.", "";
    "MaxConcurrency": "How many items run at once. 0 means no limit of its own, 1 one after the other.", "Cuántos elementos corren a la vez. 0 significa sin límite propio y 1, uno tras otro.", "10";
    "ToleratedFailureCount": "How many items may fail before the whole state fails.", "Cuántos elementos pueden fallar antes de que falle todo el estado.", "5";
    "ToleratedFailurePercentage": "Which share of the items may fail before the whole state fails, from 0 to 100.", "Qué parte de los elementos puede fallar antes de que falle todo el estado, de 0 a 100.", "5";
    "Label": "A short name for the Map Run, up to 40 characters; part of its ARN.", "Un nombre corto para el Map Run, de hasta 40 caracteres; parte de su ARN.", "orders";
    "ItemReader": "Reads the items from a file or a listing in S3 instead of the input.", "Lee los elementos de un archivo o un listado de S3 en lugar de la entrada.", "";
    "ItemReader.Resource": "s3:getObject reads one file, s3:listObjectsV2 lists a bucket.", "s3:getObject lee un archivo y s3:listObjectsV2 lista un bucket.", "";
    "ItemReader.Parameters": "Which bucket, and which file or prefix.", "Qué bucket, y qué archivo o prefijo.", "";
    "ItemReader.Arguments": "Which bucket, and which file or prefix.", "Qué bucket, y qué archivo o prefijo.", "";
    "ReaderConfig": "What kind of file it is and how it is read.", "Qué tipo de archivo es y cómo se lee.", "";
    "InputType": "The format of the file.", "El formato del archivo.", "";
    "Transformation": "LOAD_AND_FLATTEN reads the listed files and gives their content one item after the other.", "LOAD_AND_FLATTEN lee los archivos listados y da su contenido, un elemento tras otro.", "";
    "CSVHeaderLocation": "FIRST_ROW takes the names of the columns from the file, GIVEN from CSVHeaders.", "FIRST_ROW toma los nombres de las columnas del archivo y GIVEN, de CSVHeaders.", "";
    "CSVHeaders": "The names of the columns, in order.", "Los nombres de las columnas, en orden.", "id, name, total";
    "CSVDelimiter": "What stands between two values of a row.", "Lo que separa dos valores de una fila.", "";
    "ManifestType": "Which kind of list of files the manifest is.", "Qué tipo de lista de archivos es el manifiesto.", "";
    "ItemsPointer": "Where in the JSON file the list or object stands, as a JSON Pointer.", "Dónde está la lista o el objeto dentro del archivo JSON, como JSON Pointer.", "/orders/open";
    "MaxItems": "Read no more than so many items.", "No leer más que tantos elementos.", "1000";
    "Bucket": "The name of the bucket.", "El nombre del bucket.", "my-bucket";
    "Key": "The key of the file.", "La clave del archivo.", "orders/2024.csv";
    "Prefix": "What the keys start with.", "Con qué empiezan las claves.", "orders/";
    "VersionId": "A certain version of the file.", "Una versión concreta del archivo.", "";
    "ExpectedBucketOwner": "The account that must own the bucket.", "La cuenta a la que debe pertenecer el bucket.", "111122223333";
    "ItemsPath": "Where in the input the list of items stands.", "Dónde está la lista de elementos dentro de la entrada.", "$.orders";
    "Items": "The list of items.", "La lista de elementos.", "{% $states.input.orders %}";
    "ItemSelector": "What each iteration gets instead of the bare item.", "Lo que recibe cada iteración en lugar del elemento solo.", "{ \"order.$\": \"$$.Map.Item.Value\" }";
    "ItemBatcher": "Groups items, so that one execution works on many.", "Agrupa elementos, para que una ejecución procese muchos.", "";
    "MaxItemsPerBatch": "The most items in a batch.", "El máximo de elementos por lote.", "10";
    "MaxInputBytesPerBatch": "The largest size of a batch in bytes, up to 262,144.", "El tamaño máximo de un lote en bytes, hasta 262.144.", "131072";
    "BatchInput": "Data that every batch gets besides its items.", "Datos que recibe cada lote además de sus elementos.", "{ \"run\": 7 }";
    "ResultWriter": "Writes the results to S3 instead of the output.", "Escribe los resultados en S3 en lugar de la salida.", "";
    "ResultWriter.Resource": "s3:putObject writes files.", "s3:putObject escribe archivos.", "";
    "ResultWriter.Parameters": "Which bucket, and what the names of the files start with.", "Qué bucket, y con qué empiezan los nombres de los archivos.", "";
    "ResultWriter.Arguments": "Which bucket, and what the names of the files start with.", "Qué bucket, y con qué empiezan los nombres de los archivos.", "";
    "WriterConfig": "What is written and in which format.", "Qué se escribe y en qué formato.", "";
    "WriterConfig.Transformation": "NONE writes the outputs with the metadata of each execution, COMPACT the outputs, FLATTEN one list of all of them.", "NONE escribe las salidas con los metadatos de cada ejecución, COMPACT solo las salidas y FLATTEN una única lista con todas.", "";
    "OutputType": "JSON lists, or JSONL with one result a line.", "Listas JSON, o JSONL con un resultado por línea.", "";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::field;
    use crate::asl::map_part::MapPart;
    use crate::asl::{ScopeRole, StateType};

    #[test]
    fn every_field_that_a_form_names_has_help() {
        let states = StateType::ALL.into_iter().flat_map(field::of_state);
        let scopes =
            [ScopeRole::Machine, ScopeRole::Branch(0), ScopeRole::ItemProcessor].into_iter().flat_map(field::of_scope);
        let parts = MapPart::ALL.into_iter().flat_map(MapPart::fields);
        let rest = field::RETRIER.iter().chain(&field::CATCHER).chain(&field::CHOICE_RULE).chain(parts);
        let without: Vec<&str> = states
            .chain(scopes)
            .chain(rest)
            .map(|field| field.name)
            // These stand in the graph or in the tree of conditions, or are another way to write an entry with help.
            .filter(|name| !matches!(*name, "Type" | "States" | "End" | "Variable" | "And" | "Or" | "Not"))
            .filter(|name| ["", "ReaderConfig", "WriterConfig"].iter().all(|owner| field_help(owner, name).is_none()))
            .filter(|name| name.strip_suffix("Path").is_none_or(|stem| field_help("", stem).is_none()))
            .collect();
        assert_eq!(without, Vec::<&str>::new());
    }

    #[test]
    fn the_owner_makes_a_difference() {
        let words = |owner, field| field_help(owner, field).map(|help| help.words(Language::En));
        assert_ne!(words("ItemReader", "Resource"), words("", "Resource"));
        assert_eq!(words("Elsewhere", "Resource"), words("", "Resource"));
        assert_eq!(words("", "Nonsense"), None);
    }
}
