/*
 * Eight functions of eight integer arguments; each returns another one of them, so that the
 * compiled code of function N says where argument N arrives.
 */
#define PARAMETERS long a, long b, long c, long d, long e, long f, long g, long h

long argument1(PARAMETERS) { return a; }
long argument2(PARAMETERS) { return b; }
long argument3(PARAMETERS) { return c; }
long argument4(PARAMETERS) { return d; }
long argument5(PARAMETERS) { return e; }
long argument6(PARAMETERS) { return f; }
long argument7(PARAMETERS) { return g; }
long argument8(PARAMETERS) { return h; }
