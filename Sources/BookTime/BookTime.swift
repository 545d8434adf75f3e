// BookTime
