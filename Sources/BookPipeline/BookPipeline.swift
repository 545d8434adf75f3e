// BookPipeline
