//! Building, media, and running what is there.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "codebuild:startBuild",
        ["Start a build", "Builds a project of CodeBuild.", "ci compile test deploy"],
        ["Iniciar una compilación", "Compila un proyecto de CodeBuild.", "ci build compilar probar desplegar"],
    ),
    (
        "codebuild:startBuildBatch",
        ["Start a batch of builds", "Builds a project of CodeBuild in several ways.", "ci compile test"],
        [
            "Iniciar un lote de compilaciones",
            "Compila un proyecto de CodeBuild de varias formas.",
            "ci build compilar probar",
        ],
    ),
    (
        "codebuild:stopBuild",
        ["Stop a build", "Stops a build of CodeBuild that is running.", "ci cancel"],
        ["Detener una compilación", "Detiene una compilación de CodeBuild en curso.", "ci build cancelar parar"],
    ),
    (
        "aws-sdk:codepipeline:startPipelineExecution",
        ["Start a pipeline", "Starts an execution of a pipeline of CodePipeline.", "ci cd release deploy"],
        [
            "Iniciar una canalización",
            "Inicia una ejecución de una canalización de CodePipeline.",
            "ci cd pipeline publicar desplegar",
        ],
    ),
    (
        "aws-sdk:cloudformation:createStack",
        ["Create a stack", "Creates the resources of a CloudFormation template.", "infrastructure deploy template"],
        [
            "Crear una pila",
            "Crea los recursos de una plantilla de CloudFormation.",
            "infraestructura desplegar plantilla stack",
        ],
    ),
    (
        "mediaconvert:createJob",
        ["Convert a film", "Starts a job of MediaConvert.", "video transcode media"],
        ["Convertir un video", "Inicia un trabajo de MediaConvert.", "vídeo película transcodificar medios"],
    ),
    (
        "aws-sdk:cloudwatch:putMetricData",
        ["Write a metric", "Records a measurement in CloudWatch.", "monitor count measure"],
        ["Escribir una métrica", "Registra una medida en CloudWatch.", "monitorizar contar medir"],
    ),
    (
        "aws-sdk:ssm:sendCommand",
        ["Run a command on servers", "Runs a command on instances through Systems Manager.", "shell script ec2"],
        [
            "Ejecutar un comando en servidores",
            "Ejecuta un comando en instancias con Systems Manager.",
            "shell script ec2",
        ],
    ),
    (
        "aws-sdk:cognitoidentityprovider:adminCreateUser",
        ["Create a user", "Creates a user in a user pool of Cognito.", "account register sign up"],
        ["Crear un usuario", "Crea un usuario en un grupo de usuarios de Cognito.", "cuenta registrar alta"],
    ),
    (
        "aws-sdk:sts:getCallerIdentity",
        ["Ask for the account", "Reads in which account and role the workflow runs.", "identity who am i"],
        ["Consultar la cuenta", "Lee con qué cuenta y rol se ejecuta el flujo.", "identidad quién soy"],
    ),
];
