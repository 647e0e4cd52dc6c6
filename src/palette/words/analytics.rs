//! Queries and big data.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "athena:startQueryExecution",
        ["Run an Athena query", "Starts a query in SQL over files in S3.", "select analytics"],
        ["Ejecutar una consulta de Athena", "Inicia una consulta SQL sobre archivos en S3.", "select analítica"],
    ),
    (
        "athena:getQueryResults",
        ["Read the results of a query", "Reads the rows that an Athena query found.", "sql rows"],
        ["Leer los resultados de una consulta", "Lee las filas que encontró una consulta de Athena.", "sql filas"],
    ),
    (
        "athena:getQueryExecution",
        ["Read the state of a query", "Reads how far an Athena query is.", "sql status"],
        ["Leer el estado de una consulta", "Lee cómo va una consulta de Athena.", "sql progreso"],
    ),
    (
        "athena:stopQueryExecution",
        ["Stop a query", "Stops an Athena query.", "sql cancel"],
        ["Detener una consulta", "Detiene una consulta de Athena.", "sql cancelar parar"],
    ),
    (
        "glue:startJobRun",
        ["Run a Glue job", "Starts a job of AWS Glue.", "etl spark python extract transform load"],
        [
            "Ejecutar un trabajo de Glue",
            "Inicia un trabajo de AWS Glue.",
            "etl spark python extraer transformar cargar",
        ],
    ),
    (
        "aws-sdk:glue:startCrawler",
        ["Start a crawler", "Has AWS Glue look through data and describe its tables.", "catalog schema"],
        ["Iniciar un rastreador", "Hace que AWS Glue recorra datos y describa sus tablas.", "crawler catálogo esquema"],
    ),
    (
        "databrew:startJobRun",
        ["Run a DataBrew job", "Starts a recipe that cleans data.", "etl prepare clean"],
        ["Ejecutar un trabajo de DataBrew", "Inicia una receta que limpia datos.", "etl preparar limpiar"],
    ),
    (
        "elasticmapreduce:createCluster",
        ["Create an EMR cluster", "Creates a cluster for Spark, Hive or others.", "hadoop big data"],
        ["Crear un clúster de EMR", "Crea un clúster para Spark, Hive u otros.", "hadoop datos masivos"],
    ),
    (
        "elasticmapreduce:addStep",
        ["Add a step to an EMR cluster", "Runs a program on a cluster of EMR.", "spark hadoop job submit"],
        [
            "Agregar un paso a un clúster de EMR",
            "Ejecuta un programa en un clúster de EMR.",
            "spark hadoop trabajo enviar",
        ],
    ),
    (
        "elasticmapreduce:terminateCluster",
        ["Terminate an EMR cluster", "Shuts a cluster of EMR down.", "stop delete hadoop"],
        ["Terminar un clúster de EMR", "Apaga un clúster de EMR.", "detener eliminar hadoop"],
    ),
    (
        "emr-containers:startJobRun",
        ["Run a job of EMR on EKS", "Runs Spark on a virtual cluster in EKS.", "kubernetes big data"],
        [
            "Ejecutar un trabajo de EMR en EKS",
            "Ejecuta Spark en un clúster virtual de EKS.",
            "kubernetes datos masivos",
        ],
    ),
    (
        "emr-containers:createVirtualCluster",
        ["Create a virtual EMR cluster", "Registers a namespace of EKS with EMR.", "kubernetes spark"],
        ["Crear un clúster virtual de EMR", "Registra en EMR un espacio de nombres de EKS.", "kubernetes spark"],
    ),
    (
        "emr-containers:deleteVirtualCluster",
        ["Delete a virtual EMR cluster", "Takes a namespace of EKS out of EMR.", "kubernetes spark remove"],
        ["Eliminar un clúster virtual de EMR", "Quita de EMR un espacio de nombres de EKS.", "kubernetes spark borrar"],
    ),
    (
        "emr-serverless:startJobRun",
        ["Run a job of EMR Serverless", "Runs Spark or Hive without a cluster of your own.", "big data"],
        ["Ejecutar un trabajo de EMR Serverless", "Ejecuta Spark o Hive sin un clúster propio.", "datos masivos"],
    ),
    (
        "emr-serverless:createApplication",
        ["Create an EMR Serverless application", "Creates what jobs of EMR Serverless run in.", "spark hive"],
        ["Crear una aplicación de EMR Serverless", "Crea el entorno de los trabajos de EMR Serverless.", "spark hive"],
    ),
    (
        "emr-serverless:startApplication",
        ["Start an EMR Serverless application", "Makes an application ready for jobs.", "spark hive"],
        [
            "Iniciar una aplicación de EMR Serverless",
            "Prepara una aplicación para sus trabajos.",
            "spark hive arrancar",
        ],
    ),
    (
        "emr-serverless:stopApplication",
        ["Stop an EMR Serverless application", "Gives the capacity of an application back.", "spark hive"],
        ["Detener una aplicación de EMR Serverless", "Libera la capacidad de una aplicación.", "spark hive parar"],
    ),
    (
        "emr-serverless:deleteApplication",
        ["Delete an EMR Serverless application", "Removes an application that is stopped.", "spark hive remove"],
        ["Eliminar una aplicación de EMR Serverless", "Quita una aplicación detenida.", "spark hive borrar"],
    ),
];
