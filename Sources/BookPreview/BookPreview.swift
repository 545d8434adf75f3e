// BookPreview
