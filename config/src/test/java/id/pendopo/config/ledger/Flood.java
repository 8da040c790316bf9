package id.pendopo.config.ledger;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** So many citizens write at the same moment, each once. */
record Flood(Theatre theatre, int citizens) {

    /** The citizen's side was not answered within the 15 s that Twilio waits: a machine with too much else to do. */
    static final int GIVEN_UP = 0;

    /**
     * What they were answered.
     *
     * @param statuses how often each
     * @param withoutRetryAfter how many were sent away without being told when to come back
     */
    record Wave(Map<Integer, Integer> statuses, long withoutRetryAfter) {}

    private record Answer(int status, boolean retryAfter) {}

    Wave pour(int wave) throws Exception {
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < citizens; i++) {
            String number = "+62812%04d%04d".formatted(wave, i);
            all.add(() -> write(number));
        }
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
        }
        return new Wave(
                answers.stream().collect(Collectors.toMap(Answer::status, _ -> 1, Integer::sum)),
                answers.stream()
                        .filter(answer -> answer.status() == 503 && !answer.retryAfter())
                        .count());
    }

    private Answer write(String number) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    theatre.twilio().request(TwilioProvider.SENDING, number, "ktp sy ilang gmn urusnya");
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").isPresent());
        } catch (IOException givenUp) {
            return new Answer(GIVEN_UP, false);
        }
    }
}
