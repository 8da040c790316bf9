package id.pendopo.knowledge.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * Bounded in-memory cache (memoisation): what was made of short texts lately: many people write the same few words.
 * Holds at most some thousand, in memory only. Any thread may ask; what is made of a text must depend on nothing else.
 *
 * @param <K> the text, or what holds it
 * @param <V> what is made of it
 */
public final class ShortTextCache<K, V> {

    /** Longer texts are hardly ever written twice. */
    private static final int LONGEST = 160;

    private static final int MOST = 4096;

    private final Cache<K, V> known = Caffeine.newBuilder().maximumSize(MOST).build();

    /** What was made of it before; worked out when nothing was, or when the text is long. */
    public V of(K key, String text, Function<K, V> work) {
        return text.length() > LONGEST ? work.apply(key) : known.get(key, work);
    }
}
