package main

// performanceShare: Linux keeps no such time of a process. Runs are confined to a processor there.
func performanceShare(int) *float64 { return nil }

func bias(cores string) string {
	if cores == "" {
		return ""
	}
	return "Linux confines a process to a processor instead"
}

func unbias(string) {}
