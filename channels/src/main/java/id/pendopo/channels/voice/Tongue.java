package id.pendopo.channels.voice;

import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Say;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * A speech locale. A language of calls: its voice, and how it says numbers, dates and times.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml/say/text-speech">Twilio's voices</a>
 */
enum Tongue {
    INDONESIAN("id", Say.Language.ID_ID, Say.Voice.GOOGLE_ID_ID_STANDARD_A, Gather.Language.ID_ID) {

        @Override
        String number(long number) {
            return IndonesianNumbers.say(number);
        }

        @Override
        String year(int year) {
            return number(year);
        }

        @Override
        String time(LocalTime time) {
            String hour = number(time.getHour());
            return time.getMinute() == 0 ? hour : hour + " lewat " + number(time.getMinute()) + " menit";
        }
    },
    ENGLISH("en", Say.Language.EN_US, Say.Voice.GOOGLE_EN_US_STANDARD_C, Gather.Language.EN_US) {

        @Override
        String number(long number) {
            return EnglishNumbers.say(number);
        }

        @Override
        String year(int year) {
            int rest = year % 100;
            if (year % 1000 < 10) {
                return number(year);
            }
            return number(year / 100)
                    + (rest == 0 ? " hundred" : rest < 10 ? " oh " + number(rest) : " " + number(rest));
        }

        @Override
        String time(LocalTime time) {
            int minute = time.getMinute();
            String hour = number(time.getHour() % 12 == 0 ? 12 : time.getHour() % 12);
            String past = minute == 0 ? "" : minute < 10 ? " oh " + number(minute) : " " + number(minute);
            return hour + past + (time.getHour() < 12 ? " a.m." : " p.m.");
        }
    };

    private final Locale locale;
    private final Say.Language language;
    private final Say.Voice voice;
    private final Gather.Language recognized;

    Tongue(String tag, Say.Language language, Say.Voice voice, Gather.Language recognized) {
        this.locale = Locale.of(tag);
        this.language = language;
        this.voice = voice;
        this.recognized = recognized;
    }

    static Tongue of(Locale locale) {
        return Arrays.stream(values())
                .filter(tongue -> tongue.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(INDONESIAN);
    }

    /** A number from 0 to 999 billion in words. */
    abstract String number(long number);

    abstract String year(int year);

    abstract String time(LocalTime time);

    String date(LocalDate date) {
        return number(date.getDayOfMonth()) + " "
                + DateTimeFormatter.ofPattern("MMMM", locale).format(date) + " " + year(date.getYear());
    }

    /** A word that stands between numbers, by its name. */
    String word(String name) {
        return VoiceWords.text("voice.say." + name, this);
    }

    Locale locale() {
        return locale;
    }

    Say.Builder say() {
        return new Say.Builder().language(language).voice(voice);
    }

    Gather.Builder gather() {
        return new Gather.Builder().language(recognized);
    }
}
