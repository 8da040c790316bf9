package id.pendopo.knowledge;

/**
 * Navigation entry: a page of this module that the layout's menu offers.
 *
 * @param label a key of the message bundle
 * @param authority who may see it; empty for everybody
 * @param order smallest first
 */
public record MenuEntry(String path, String label, String authority, int order) {}
