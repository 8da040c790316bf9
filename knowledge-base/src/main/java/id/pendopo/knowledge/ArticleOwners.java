package id.pendopo.knowledge;

import java.util.Locale;
import java.util.Map;

/** Port: the units of the agency that look after articles. Implemented by whoever knows them; a help centre alone has none. */
public interface ArticleOwners {

    /** Their names in the reader's language by key, in the order of names. */
    Map<String, String> names(Locale reader);
}
