package id.pendopo.knowledge.language;

import id.pendopo.knowledge.corpus.CorpusLine;
import java.util.Set;

/**
 * The held-out authors of the corpus: what they wrote is looked at by nobody who builds, and learned by no model that
 * tells how well strangers are understood.
 */
final class Strangers {

    private static final Set<String> AUTHORS = Set.of(
            "a4", "a9", "n4", "n8", "c2", "c6", "cc2", "cc5", "en2", "jv2", "su2", // task acts
            "d2", "d6", "d13", "e3", "e9", "f2", "f6", "f9", "f12", "h3", "h9", "k2", "k6", "k9", "k12", "p4", "p9",
            "q2", "q7", "q11", "w9", // danger
            "g4", "g9", "g11", "g13", "m3", "m6", "m10", "m13", "r4", "r9", "r11", "r13", // look-alikes
            "o2", "o3", "t3", "t8", "t11", "t13", "u3", "u7", "u10", "u12", "v3", "v8", "v11",
            "v13"); // openings, follow-ups, services, vague words

    private Strangers() {}

    /** Whether one of them wrote a line. */
    static boolean wrote(CorpusLine line) {
        return line.sheet().columns().contains("author") && AUTHORS.contains(line.cell("author"));
    }
}
