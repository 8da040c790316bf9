package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.Judgement.Outcome;
import id.pendopo.knowledge.text.WordList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Confidence threshold of the answers: decides whether to answer, to ask back or to give up, by two small logistic
 * formulas: one says whether any article answers, the other whether the first hit is the right one if so. Their weights
 * are fitted by {@code ./pendopo train}.
 */
public final class Gate {

    /** From this likelihood on that the first hit is right it is given as the answer. */
    private static final double ANSWER = 0.62;

    /** The same after the second stage: from here on more is right than by words alone. */
    private static final double ANSWER_COMPARED = 0.65;

    /** From this likelihood on it is worth asking which of three is meant. */
    private static final double ASK = 0.2;

    private static final int CHOICES = 3;

    /** So many of the first hits are looked at for what the question says; one of them is nearly always right. */
    private static final int NEAR = 5;

    /** From this share of the first one's score on two articles whose titles both say it all are as good as each other. */
    private static final double TIED = 0.96;

    /** How sure it is when all that was said in a conversation stands in the title of an article of its service. */
    private static final double FOLLOWED_UP = 0.7;

    /** The least that the scope may say, whatever is asked, and where an article's title or a whole line of it is said. */
    private static final double UNHEARD_OF = 0.06;

    private static final double EVIDENT = 0.95;

    /** A share that is all but for rounding. */
    private static final double WHOLE = 0.999;

    /** The most that the scope may say. */
    private static final double CERTAIN = 0.999;

    /** A list of results ends where the score falls below this share of the best. */
    private static final double SHOWN = 0.6;

    /** Where {@code fit-gate} puts the weights. */
    private static final String WEIGHTS = "/id/pendopo/knowledge/search/gate.tsv";

    /** Below this likelihood that any article answers, and from the other on that the first one does, nobody looks twice. */
    private static final double HOPELESS = 0.05;

    private static final double SURE = 0.85;

    /** The share of the second stage in whether any article answers: it tells articles apart, the first one scopes better. */
    private static final double OF_SENTENCES = 0.6;

    private final Scope scope;
    private final Optional<SentenceReranker> reranker;
    private final Weights byWords;
    private final Weights bySentences;

    /**
     * The weights of both formulas, in the order of their signs; one weight more is that of how alike the first article is in
     * what it means.
     */
    public record Weights(double[] answerable, double[] right) {

        /** Those that ship for what is not looked at twice. */
        public static Weights shipped() {
            return shipped("");
        }

        private static Weights shipped(String suffix) {
            Map<String, double[]> rows = WordList.numbers(WEIGHTS);
            return new Weights(
                    Objects.requireNonNull(rows.get("answerable" + suffix), WEIGHTS),
                    Objects.requireNonNull(rows.get("right" + suffix), WEIGHTS));
        }
    }

    /** A gate with the shipped weights. */
    public Gate(Scope scope) {
        this(scope, Optional.empty());
    }

    /** The same with a second stage for what the first leaves open. */
    public Gate(Scope scope, Optional<SentenceReranker> reranker) {
        this(scope, reranker, Weights.shipped());
    }

    /** The same with other weights for what is not looked at twice. */
    public Gate(Scope scope, Optional<SentenceReranker> reranker, Weights byWords) {
        this.scope = scope;
        this.reranker = reranker;
        this.byWords = byWords;
        Weights sentences = Weights.shipped("-sentence");
        bySentences =
                new Weights(pooled(sentences.answerable(), Weights.shipped().answerable()), sentences.right());
    }

    /** The weighted mean of the log-odds of two formulas (ensemble), of which the other one knows fewer signs. */
    private static double[] pooled(double[] sentences, double[] words) {
        double[] both = new double[sentences.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = OF_SENTENCES * sentences[i] + (i < words.length ? (1 - OF_SENTENCES) * words[i] : 0);
        }
        return both;
    }

    /** Whether the same question will always be judged in the same way. */
    public boolean settled() {
        return reranker.isEmpty() || reranker.get().settled();
    }

    /** What a search for a text brought, in the order of both stages where the first one leaves open what is meant. */
    public Findings reranked(String text, Findings findings, Optional<String> service) {
        if (reranker.isEmpty() || findings.hits().isEmpty() || !findings.namesSomething() || findings.compared()) {
            return findings;
        }
        Likely likely = likely(text, findings, service);
        return likely.any() < HOPELESS || likely.first() >= SURE
                ? findings
                : reranker.get().reranked(text, findings);
    }

    /** How likely any article answers, and how likely the first one does. */
    private record Likely(double any, double first) {}

    private Likely likely(String text, Findings findings, Optional<String> service) {
        List<Hit> hits = findings.hits();
        Weights weights = findings.compared() ? bySentences : byWords;
        double[] answerable = signsOfAnAnswer(hits, service.isPresent() ? 1 : scope.of(text));
        double any = logistic(weights.answerable(), weighed(answerable, weights.answerable(), hits));
        return new Likely(
                any, any * logistic(weights.right(), weighed(signsOfTheRightOne(hits), weights.right(), hits)));
    }

    private static double[] weighed(double[] signs, double[] weights, List<Hit> hits) {
        return weights.length > signs.length ? withMeaning(signs, hits) : signs;
    }

    /** The signs, and how alike the first article is in what it means. */
    public static double[] withMeaning(double[] signs, List<Hit> hits) {
        return with(signs, hits.getFirst().likeness().meaning());
    }

    /**
     * Judges what a search for a text brought, if need be after a second look.
     *
     * @param service what the conversation is about: then the text asks the desk, however little it says
     */
    public Judgement judge(String text, Findings found, Optional<String> service) {
        Findings looked = reranked(text, found, service);
        List<Hit> hits = service.map(talkedAbout -> followingUp(looked.hits(), talkedAbout))
                .orElse(looked.hits());
        Findings findings = looked.with(hits);
        if (hits.isEmpty() || !findings.namesSomething()) {
            return new Judgement(Outcome.GIVE_UP, 0, 0, List.of());
        }
        Likely likely = likely(text, findings, service);
        double any = likely.any();
        double confidence =
                followsUp(hits.getFirst(), service) ? Math.max(likely.first(), FOLLOWED_UP) : likely.first();
        List<Hit> choices = hits.subList(0, Math.min(CHOICES, hits.size()));
        if (confidence < ASK) {
            return new Judgement(Outcome.GIVE_UP, any, confidence, choices);
        }
        if (confidence < (findings.compared() ? ANSWER_COMPARED : ANSWER)) {
            return new Judgement(Outcome.ASK, any, confidence, choices);
        }
        boolean anyOfThem = findings.aspect().isEmpty() || hits.getFirst().mishap();
        List<Hit> alike = anyOfThem ? equallyNamed(hits) : tied(hits);
        return alike.size() > 1
                ? new Judgement(Outcome.ASK, any, confidence, alike)
                : new Judgement(Outcome.ANSWER, any, confidence, choices);
    }

    /** The hits that a list of results should show: those not much worse than the first. */
    public List<Hit> worthShowing(Findings findings) {
        List<Hit> hits = findings.hits();
        return hits.isEmpty()
                ? List.of()
                : hits.stream()
                        .filter(hit -> hit.score() >= hits.getFirst().score() * SHOWN)
                        .toList();
    }

    /**
     * Who names no other service and says "kalau telat?" means the article of the one talked about whose title says
     * so, where the one that comes first says less of it.
     */
    private static List<Hit> followingUp(List<Hit> hits, String service) {
        boolean another = hits.stream()
                .anyMatch(
                        hit -> !hit.service().equals(service) && hit.likeness().subject() > 0);
        Optional<Hit> titled = hits.stream()
                .filter(hit -> followsUp(hit, Optional.of(service)))
                .findFirst()
                .filter(hit -> hit.likeness().coveredAnywhere()
                        > hits.getFirst().likeness().coveredAnywhere());
        return another || titled.isEmpty()
                ? hits
                : Stream.concat(titled.stream(), hits.stream().filter(hit -> hit != titled.get()))
                        .toList();
    }

    /** "kalau hilang?" in a conversation about passports means the lost passport. */
    private static boolean followsUp(Hit hit, Optional<String> service) {
        return hit.titleSaysAll() && service.filter(hit.service()::equals).isPresent();
    }

    /**
     * Who writes "ktp" and no more may mean any article of that service, and who writes "urus ktp gimana" has not said that
     * it is lost.
     */
    private static List<Hit> equallyNamed(List<Hit> hits) {
        String service = hits.getFirst().service();
        return hits.stream()
                .filter(hit -> hit.titleSaysAll() && hit.service().equals(service))
                .limit(CHOICES)
                .toList();
    }

    /** Who writes "syarat ktp" says nothing by which the lost card comes before the first one. */
    private static List<Hit> tied(List<Hit> hits) {
        double least = hits.getFirst().score() * TIED;
        return hits.stream()
                .takeWhile(hit -> hit.titleSaysAll() && hit.score() >= least)
                .limit(CHOICES)
                .toList();
    }

    /**
     * What speaks for an answer among the articles: a constant, the margin to the second article, how much of the question
     * the fittest article of the first few holds, the odds of its being a question to the desk at all.
     *
     * @param scope as {@link Scope} tells it; it never learned of articles that an agency added, so who says an article's title
     *     counts as asking the desk, and so does who says one of its lines, no word more and none less
     */
    public static double[] signsOfAnAnswer(List<Hit> hits, double scope) {
        double held = hits.stream()
                .limit(NEAR)
                .mapToDouble(hit -> hit.likeness().coveredAnywhere())
                .max()
                .orElse(0);
        double asked = Math.clamp(scope, saysWhatItHolds(hits.getFirst()) ? EVIDENT : UNHEARD_OF, CERTAIN);
        return signs(hits, 1, margin(hits), held, Math.log(asked / (1 - asked)));
    }

    private static boolean saysWhatItHolds(Hit hit) {
        return hit.titleSaysAll()
                || hit.likeness().covered() >= WHOLE && hit.likeness().said() >= WHOLE;
    }

    /**
     * What speaks for the first article: a constant, the margin to the second, how much of the question it holds, how much of
     * its own question was said, whether its service was named, and whether its title says it all.
     */
    public static double[] signsOfTheRightOne(List<Hit> hits) {
        Hit.Likeness likeness = hits.getFirst().likeness();
        double title = hits.getFirst().titleSaysAll() ? 1 : 0;
        return signs(hits, 1, margin(hits), likeness.coveredAnywhere(), likeness.said(), likeness.subject(), title);
    }

    /** After the second stage how alike a sentence model finds the first article is one more. */
    private static double[] signs(List<Hit> hits, double... signs) {
        return Findings.compared(hits) ? with(signs, hits.getFirst().likeness().sentence()) : signs;
    }

    private static double[] with(double[] signs, double another) {
        double[] more = Arrays.copyOf(signs, signs.length + 1);
        more[signs.length] = another;
        return more;
    }

    private static double margin(List<Hit> hits) {
        double first = hits.getFirst().score();
        double second = hits.size() > 1 ? hits.get(1).score() : 0;
        return first == 0 ? 0 : (first - second) / first;
    }

    /** The likelihood that weights make of signs. */
    public static double logistic(double[] weights, double[] signs) {
        double sum = 0;
        for (int i = 0; i < signs.length; i++) {
            sum += weights[i] * signs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
