// AgePipeline
