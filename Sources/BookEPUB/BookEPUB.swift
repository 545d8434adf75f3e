// BookEPUB
