package id.pendopo.planted;

import id.pendopo.planted.left.Left;

record RootThatLooksBelow(Left left) {}
