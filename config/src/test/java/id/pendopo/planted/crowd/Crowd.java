package id.pendopo.planted.crowd;

/** One of thirty-one. */
class Crowd {}

class Face1 {}

class Face2 {}

class Face3 {}

class Face4 {}

class Face5 {}

class Face6 {}

class Face7 {}

class Face8 {}

class Face9 {}

class Face10 {}

class Face11 {}

class Face12 {}

class Face13 {}

class Face14 {}

class Face15 {}

class Face16 {}

class Face17 {}

class Face18 {}

class Face19 {}

class Face20 {}

class Face21 {}

class Face22 {}

class Face23 {}

class Face24 {}

class Face25 {}

class Face26 {}

class Face27 {}

class Face28 {}

class Face29 {}

class Face30 {}
