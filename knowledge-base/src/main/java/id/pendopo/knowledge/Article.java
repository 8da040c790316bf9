package id.pendopo.knowledge;

import java.util.Locale;

/**
 * A service article or a free FAQ, by its permanent name.
 *
 * @param slug {@code [a-z0-9-]+}, permanent
 * @param service the public service it belongs to, {@code ktp-el}
 * @param title in {@code language}
 */
public record Article(String slug, String service, String title, Locale language) {}
