/**
 * What the demonstration starts with. The entry type is {@code DemoContent}. This package must not be active anywhere but in
 * the demonstration.
 */
@NullMarked
package id.pendopo.config.demo;

import org.jspecify.annotations.NullMarked;
