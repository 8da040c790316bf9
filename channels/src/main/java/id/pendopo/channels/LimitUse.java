package id.pendopo.channels;

import java.util.Map;

/** How much of its limits somebody uses now, for the page of limits. */
@FunctionalInterface
public interface LimitUse {

    /** On this node or on all, by the limit's name. Never an address, nor anything that leads to one. */
    Map<String, Long> now();
}
