module goassay/specimens

go 1.21
