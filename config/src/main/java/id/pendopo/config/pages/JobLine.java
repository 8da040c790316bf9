package id.pendopo.config.pages;

import id.pendopo.config.jobs.JobRuns;
import id.pendopo.config.jobs.Jobs;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/**
 * The view model of a job: a row of the page.
 *
 * @param what in words what it does
 * @param last when it ended and how long it took, in words
 * @param failure in words; empty after a good run
 * @param next when it runs next, in words
 */
public record JobLine(String name, String what, String last, String failure, String next, boolean running) {

    public static List<JobLine> of(List<Jobs.Job> jobs, MessageSource messages, Locale locale, ZoneId zone) {
        return jobs.stream()
                .map(job -> new Words(messages, locale, zone).line(job))
                .toList();
    }

    private record Words(MessageSource messages, Locale locale, ZoneId zone) {

        JobLine line(Jobs.Job job) {
            return new JobLine(
                    job.name(),
                    say("config.job." + job.name()),
                    job.last().map(this::ended).orElseGet(() -> say("config.jobs.never")),
                    job.last()
                            .flatMap(JobRuns.Run::failure)
                            .map(failure ->
                                    say("config.jobs.failure." + failure.name().toLowerCase(Locale.ROOT)))
                            .orElse(""),
                    job.next().map(this::time).orElseGet(() -> say("config.jobs.not.yet")),
                    job.running());
        }

        private String ended(JobRuns.Run run) {
            return say("config.jobs.ended", time(run.ended().toInstant()), run.tookMs(), run.node());
        }

        private String time(Instant at) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .withZone(zone)
                    .format(at);
        }

        private String say(String key, Object... arguments) {
            return Optional.ofNullable(messages.getMessage(key, arguments, key, locale))
                    .orElse(key);
        }
    }
}
