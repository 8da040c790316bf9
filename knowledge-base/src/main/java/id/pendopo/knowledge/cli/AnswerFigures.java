package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.cli.Measures.Scored;
import id.pendopo.knowledge.search.Judgement.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a list of asked questions amounts to. */
final class AnswerFigures {

    private AnswerFigures() {}

    /**
     * One asked question.
     *
     * @param rank place of the first right article, from 1; 0 when none was found
     * @param answerable whether any article answers it
     * @param among whether a right article is among the choices
     * @param twice whether the first look left open what is meant
     * @param nanos how long it took
     */
    record Asked(
            String language,
            boolean answerable,
            int rank,
            double confidence,
            Outcome outcome,
            boolean among,
            boolean twice,
            long nanos) {

        boolean rightWithin(int places) {
            return rank > 0 && rank <= places;
        }
    }

    static Map<String, Object> of(List<Asked> asked) {
        List<Asked> withGold = asked.stream().filter(Asked::answerable).toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("n", asked.size());
        for (int places : new int[] {1, 3, 5}) {
            long right = withGold.stream().filter(a -> a.rightWithin(places)).count();
            figures.put("recall@" + places, Measures.share(right, withGold.size()));
        }
        double reciprocal = withGold.stream()
                .mapToDouble(a -> a.rank() == 0 ? 0 : 1.0 / a.rank())
                .average()
                .orElse(0);
        figures.put("mrr", Measures.round(reciprocal));
        figures.put(
                "oos_auroc",
                Measures.auroc(asked.stream()
                        .map(a -> new Scored(a.confidence(), a.answerable()))
                        .toList()));
        figures.put("precision@0.5", precisionOfSurestHalf(asked));
        outcomes(asked, figures);
        times(asked, figures);
        return figures;
    }

    /** What a second look costs, in one run: elsewhere the machine is another one. */
    private static void times(List<Asked> asked, Map<String, Object> figures) {
        long[] once = nanos(asked, false);
        long[] twice = nanos(asked, true);
        figures.put("looked_twice", Measures.share(twice.length, asked.size()));
        for (int percent : List.of(50, 95)) {
            figures.put("p" + percent + "_ms_once", Measures.percentile(once, percent));
            figures.put("p" + percent + "_ms_twice", Measures.percentile(twice, percent));
        }
    }

    private static long[] nanos(List<Asked> asked, boolean twice) {
        return asked.stream()
                .filter(a -> a.twice() == twice)
                .mapToLong(Asked::nanos)
                .toArray();
    }

    private static double precisionOfSurestHalf(List<Asked> asked) {
        List<Asked> surest = asked.stream()
                .sorted(Comparator.comparingDouble(Asked::confidence).reversed())
                .limit((asked.size() + 1) / 2)
                .toList();
        return Measures.share(surest.stream().filter(a -> a.rightWithin(1)).count(), surest.size());
    }

    private static void outcomes(List<Asked> asked, Map<String, Object> figures) {
        List<Asked> answered = with(asked, Outcome.ANSWER);
        List<Asked> clarified = with(asked, Outcome.ASK);
        long right = answered.stream().filter(a -> a.rightWithin(1)).count();
        int n = asked.size();
        figures.put("answered", Measures.share(answered.size(), n));
        figures.put("answered_right", Measures.share(right, n));
        figures.put("answered_wrong", Measures.share(answered.size() - right, n));
        figures.put("clarified", Measures.share(clarified.size(), n));
        figures.put(
                "clarified_right",
                Measures.share(clarified.stream().filter(Asked::among).count(), n));
        figures.put("escalated", Measures.share(with(asked, Outcome.GIVE_UP).size(), n));
        long falseAnswers = answered.stream().filter(a -> !a.answerable()).count();
        long unanswerable = asked.stream().filter(a -> !a.answerable()).count();
        figures.put("oos_false_answers", Measures.share(falseAnswers, unanswerable));
    }

    private static List<Asked> with(List<Asked> asked, Outcome outcome) {
        return asked.stream().filter(a -> a.outcome() == outcome).toList();
    }
}
