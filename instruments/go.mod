module goassay/instruments

go 1.21
