//! Tables, files, databases, settings and secrets.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "dynamodb:getItem",
        ["Get an item", "Reads an item of a DynamoDB table by its key.", "read find lookup database"],
        [
            "Leer un elemento",
            "Lee un elemento de una tabla de DynamoDB por su clave.",
            "obtener buscar base de datos registro",
        ],
    ),
    (
        "dynamodb:putItem",
        [
            "Put an item",
            "Writes an item into a DynamoDB table, over the one with its key.",
            "save store insert create database",
        ],
        [
            "Guardar un elemento",
            "Escribe un elemento en una tabla de DynamoDB y reemplaza el que tenga su clave.",
            "poner insertar crear base de datos registro",
        ],
    ),
    (
        "dynamodb:updateItem",
        ["Update an item", "Changes some attributes of an item of a DynamoDB table.", "change modify set database"],
        [
            "Actualizar un elemento",
            "Cambia algunos atributos de un elemento de una tabla de DynamoDB.",
            "modificar cambiar base de datos registro",
        ],
    ),
    (
        "dynamodb:deleteItem",
        ["Delete an item", "Removes an item from a DynamoDB table.", "remove database"],
        ["Eliminar un elemento", "Quita un elemento de una tabla de DynamoDB.", "borrar base de datos registro"],
    ),
    (
        "aws-sdk:dynamodb:query",
        ["Query items", "Reads all items of a DynamoDB table with a partition key.", "find search select database"],
        [
            "Consultar elementos",
            "Lee todos los elementos de una tabla de DynamoDB con una clave de partición.",
            "buscar base de datos registros",
        ],
    ),
    (
        "aws-sdk:dynamodb:scan",
        ["Scan a table", "Reads a DynamoDB table from one end to the other, page by page.", "all items read database"],
        [
            "Recorrer una tabla",
            "Lee una tabla de DynamoDB de principio a fin, página a página.",
            "scan todos leer base de datos",
        ],
    ),
    (
        "aws-sdk:dynamodb:batchWriteItem",
        [
            "Write several items",
            "Puts and deletes up to 25 items of DynamoDB in one call.",
            "batch save delete database",
        ],
        [
            "Escribir varios elementos",
            "Guarda y elimina hasta 25 elementos de DynamoDB en una llamada.",
            "lote guardar base de datos",
        ],
    ),
    (
        "aws-sdk:dynamodb:batchGetItem",
        ["Get several items", "Reads up to 100 items of DynamoDB by their keys in one call.", "batch read database"],
        [
            "Leer varios elementos",
            "Lee hasta 100 elementos de DynamoDB por su clave en una llamada.",
            "lote obtener base de datos",
        ],
    ),
    (
        "aws-sdk:dynamodb:transactWriteItems",
        ["Write in a transaction", "Writes several items of DynamoDB, all or none.", "atomic database"],
        [
            "Escribir en una transacción",
            "Escribe varios elementos de DynamoDB, todos o ninguno.",
            "atómico base de datos",
        ],
    ),
    (
        "aws-sdk:s3:getObject",
        ["Read a file", "Reads an object of S3 as text.", "get object download bucket"],
        ["Leer un archivo", "Lee un objeto de S3 como texto.", "obtener objeto descargar bucket fichero"],
    ),
    (
        "aws-sdk:s3:putObject",
        ["Write a file", "Writes the input of the state into an object of S3.", "put object upload save store bucket"],
        [
            "Escribir un archivo",
            "Escribe la entrada del estado en un objeto de S3.",
            "guardar objeto subir bucket fichero",
        ],
    ),
    (
        "aws-sdk:s3:listObjectsV2",
        ["List files", "Lists the objects of an S3 bucket, up to 1000 at a time.", "folder directory bucket objects"],
        [
            "Listar archivos",
            "Lista los objetos de un bucket de S3, hasta 1000 cada vez.",
            "carpeta directorio objetos ficheros",
        ],
    ),
    (
        "aws-sdk:s3:copyObject",
        ["Copy a file", "Copies an object of S3 to another key or bucket.", "object duplicate move"],
        ["Copiar un archivo", "Copia un objeto de S3 a otra clave o bucket.", "objeto duplicar mover fichero"],
    ),
    (
        "aws-sdk:s3:headObject",
        [
            "Look whether a file is there",
            "Reads the size and date of an object of S3, not its content.",
            "exists metadata head",
        ],
        [
            "Ver si existe un archivo",
            "Lee tamaño y fecha de un objeto de S3, no su contenido.",
            "metadatos objeto fichero",
        ],
    ),
    (
        "aws-sdk:s3:deleteObject",
        ["Delete a file", "Removes an object from an S3 bucket.", "object remove bucket"],
        ["Eliminar un archivo", "Quita un objeto de un bucket de S3.", "borrar objeto fichero"],
    ),
    (
        "aws-sdk:rdsdata:executeStatement",
        [
            "Run SQL on Aurora",
            "Runs a statement through the Data API of RDS.",
            "database postgres mysql query relational",
        ],
        [
            "Ejecutar SQL en Aurora",
            "Ejecuta una sentencia con la Data API de RDS.",
            "base de datos postgres mysql consulta relacional",
        ],
    ),
    (
        "aws-sdk:redshiftdata:executeStatement",
        ["Run SQL on Redshift", "Starts a statement through the Data API of Redshift.", "database warehouse query"],
        [
            "Ejecutar SQL en Redshift",
            "Inicia una sentencia con la Data API de Redshift.",
            "base de datos almacén consulta",
        ],
    ),
    (
        "aws-sdk:secretsmanager:getSecretValue",
        [
            "Read a secret",
            "Reads a secret of Secrets Manager: it then stands in the history.",
            "password credentials key",
        ],
        [
            "Leer un secreto",
            "Lee un secreto de Secrets Manager, que quedará en el historial.",
            "contraseña credenciales clave",
        ],
    ),
    (
        "aws-sdk:ssm:getParameter",
        ["Read a parameter", "Reads a setting of Parameter Store.", "configuration setting"],
        ["Leer un parámetro", "Lee un ajuste de Parameter Store.", "configuración ajuste"],
    ),
    (
        "aws-sdk:ssm:putParameter",
        ["Write a parameter", "Writes a setting of Parameter Store.", "configuration setting save"],
        ["Escribir un parámetro", "Escribe un ajuste de Parameter Store.", "configuración ajuste guardar"],
    ),
];
