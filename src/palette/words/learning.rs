//! Machine learning and artificial intelligence.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "bedrock:invokeModel",
        [
            "Ask a Bedrock model",
            "Sends a prompt to a foundation model.",
            "ai llm generative chat gpt claude nova prompt",
        ],
        [
            "Preguntar a un modelo de Bedrock",
            "Envía una instrucción a un modelo fundacional.",
            "ia llm generativa chat gpt claude nova prompt",
        ],
    ),
    (
        "aws-sdk:bedrockruntime:converse",
        [
            "Converse with a Bedrock model",
            "Sends messages to a model, in one form for all models.",
            "ai llm generative chat prompt",
        ],
        [
            "Conversar con un modelo de Bedrock",
            "Envía mensajes a un modelo, de la misma forma para todos.",
            "ia llm generativa chat prompt",
        ],
    ),
    (
        "bedrock:createModelCustomizationJob",
        ["Customize a Bedrock model", "Trains a foundation model further with your data.", "ai fine-tune training"],
        [
            "Personalizar un modelo de Bedrock",
            "Sigue entrenando un modelo fundacional con tus datos.",
            "ia ajuste entrenamiento",
        ],
    ),
    (
        "sagemaker:createTrainingJob",
        ["Train a model", "Runs a training job of SageMaker.", "ai ml learn"],
        ["Entrenar un modelo", "Ejecuta un trabajo de entrenamiento de SageMaker.", "ia ml aprender"],
    ),
    (
        "sagemaker:createProcessingJob",
        ["Process data for a model", "Runs a processing job of SageMaker.", "ai ml prepare evaluate"],
        [
            "Procesar datos para un modelo",
            "Ejecuta un trabajo de procesamiento de SageMaker.",
            "ia ml preparar evaluar",
        ],
    ),
    (
        "sagemaker:createTransformJob",
        ["Predict in batches", "Runs a batch transform job of SageMaker.", "ai ml inference"],
        ["Predecir por lotes", "Ejecuta un trabajo de transformación por lotes de SageMaker.", "ia ml inferencia"],
    ),
    (
        "sagemaker:createModel",
        ["Create a model", "Registers a trained model with SageMaker.", "ai ml"],
        ["Crear un modelo", "Registra un modelo entrenado en SageMaker.", "ia ml"],
    ),
    (
        "sagemaker:createEndpointConfig",
        ["Configure an endpoint", "Says which models an endpoint of SageMaker serves, and on what.", "ai ml deploy"],
        [
            "Configurar un punto de enlace",
            "Indica qué modelos sirve un punto de enlace de SageMaker y dónde.",
            "ia ml desplegar endpoint",
        ],
    ),
    (
        "sagemaker:createEndpoint",
        ["Create an endpoint", "Puts a model of SageMaker into service.", "ai ml deploy"],
        ["Crear un punto de enlace", "Pone en servicio un modelo de SageMaker.", "ia ml desplegar endpoint"],
    ),
    (
        "aws-sdk:sagemakerruntime:invokeEndpoint",
        ["Ask an endpoint", "Gets a prediction of a model in service.", "ai ml inference predict"],
        [
            "Preguntar a un punto de enlace",
            "Obtiene una predicción de un modelo en servicio.",
            "ia ml inferencia predecir endpoint",
        ],
    ),
    (
        "aws-sdk:comprehend:detectSentiment",
        ["Detect sentiment", "Says whether a text is positive, negative, mixed or neutral.", "ai language opinion"],
        ["Detectar el sentimiento", "Dice si un texto es positivo, negativo, mixto o neutro.", "ia lenguaje opinión"],
    ),
    (
        "aws-sdk:textract:analyzeDocument",
        ["Read a document", "Finds texts, forms and tables in a scanned document.", "ai ocr pdf scan invoice"],
        [
            "Leer un documento",
            "Encuentra textos, formularios y tablas en un documento escaneado.",
            "ia ocr pdf factura",
        ],
    ),
    (
        "aws-sdk:translate:translateText",
        ["Translate a text", "Translates a text into another language.", "ai language"],
        ["Traducir un texto", "Traduce un texto a otro idioma.", "ia lenguaje traducción"],
    ),
    (
        "aws-sdk:rekognition:detectLabels",
        ["Recognize an image", "Names the things that an image shows.", "ai vision photo picture label"],
        ["Reconocer una imagen", "Nombra lo que muestra una imagen.", "ia visión foto etiqueta"],
    ),
    (
        "aws-sdk:transcribe:startTranscriptionJob",
        ["Transcribe speech", "Starts a job that writes down what a recording says.", "ai audio voice text"],
        ["Transcribir voz", "Inicia un trabajo que escribe lo que dice una grabación.", "ia audio texto"],
    ),
    (
        "aws-sdk:polly:startSpeechSynthesisTask",
        ["Speak a text", "Starts a task that writes a spoken text into S3.", "ai audio voice speech synthesis"],
        ["Leer un texto en voz alta", "Inicia una tarea que guarda un texto hablado en S3.", "ia audio voz síntesis"],
    ),
];
