package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.DangerDetector;
import id.pendopo.ui.CountryPack;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmergenciesTests {

    private static final DangerDetector DANGERS = BundledModels.load().dangers();

    private final Emergencies emergencies = new Emergencies(CountryPack.chosen());
    private final Phrasebook phrasebook = Phrasebook.of(CountryPack.chosen());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tolong kebakaran di jalan anggrek! | FIRE",
                "gas meledak di warung ada korban | FIRE",
                "apinya makin besar | FIRE",
                "there is a fire in my building | FIRE",
                "api sudah merembet ke rumah tetangga | FIRE",
                "gudang beras di pasar lama terbakar | FIRE",
                "tercium gas elpiji bocor dari dapur sebelah | FIRE",
                "anak saya tersedak biji salak | MEDICAL",
                "bayi kami mukanya biru | MEDICAL",
                "suami minum racun tikus | MEDICAL",
                "my dad isn't breathing | MEDICAL",
                "ada orang bersenjata di toko | CRIME",
                "a man stands here with a knife | CRIME",
                "keponakan saya dibawa kabur orang | CRIME",
                "perahu kami terbalik di muara | DISASTER",
                "kami terjebak di mobil, air sudah seleher | DISASTER",
                "two boys were swept away | DISASTER",
                "capek hidup | DESPAIR",
                "they are better off without me | DESPAIR",
                "ada kecelakaan motor korban tidak sadar | MEDICAL",
                "bapak sesak napas bibirnya biru | MEDICAL",
                "someone is having a heart attack | MEDICAL",
                "saya dibegal di jalan sepi | CRIME",
                "ada maling masuk rumah saya sembunyi di kamar | CRIME",
                "someone broke in, I am being attacked | CRIME",
                "anak tenggelam di sungai tolong | DISASTER",
                "banjir bandang kami terjebak di atap | DISASTER",
                "aku pengen bunuh diri | DESPAIR",
                "I want to kill myself | DESPAIR"
            })
    void hearsDangerToLife(String text, Emergencies.Kind kind) {
        assertThat(emergencies.in(phrasebook.in(text), DANGERS.in(text), Emergencies.DANGER))
                .contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "syarat santunan kecelakaan jasa raharja",
                "akta kematian karena tenggelam syaratnya apa",
                "jalan berlubang ini sering bikin kecelakaan",
                "kemarin ada kecelakaan di sini karena lampu mati",
                "how do I report an accident to the insurance",
                "tagihan listrik saya meledak bulan ini",
                "kartu ATM saya tertelan mesin",
                "apa arti mimpi digigit ular",
                "bau sampah di sini menusuk hidung",
                "capek hidup susah, bansos belum cair",
                "I don't want to live in this district, how do I move",
                "lagi kejepit butuh bantuan modal",
                "berapa biaya perpanjang sim c",
                "mau lapor jalan rusak dpn sd 3"
            })
    void doesNotHearItInPaperwork(String text) {
        assertThat(emergencies.in(phrasebook.in(text), DANGERS.in(text), Emergencies.DANGER))
                .isEqualTo(Optional.empty());
    }

    /** Fear, a bill, a word of the past: nothing beside it may take the number to call from somebody who wants to die. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aku takut, aku pengen mati",
                "ga kuat bayar biaya rs, pengen mati",
                "how to kill myself",
                "sudah lama aku ingin bunuh diri",
                "semalam adik saya mencoba bunuh diri",
                "I have been suicidal since last week",
                "udah ga mau hidup lagi",
                "surat wis tak tulis, aku pengin mati wae",
                "sieun aya nu terang, tapi abdi hayang paeh"
            })
    void hearsTheWishToDieBesideAnyOtherWords(String text) {
        assertThat(emergencies.in(phrasebook.in(text), DANGERS.in(text), Emergencies.DANGER))
                .contains(Emergencies.Kind.DESPAIR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kakak bunuh diri, polisi yang urus, akta kematiannya minta kemana",
                "suicide and life insurance, who pays",
                "lampu jalan ga mau hidup lagi"
            })
    void hearsNoWishToDieInAPaperOrALamp(String text) {
        assertThat(emergencies.in(phrasebook.in(text), DANGERS.in(text), Emergencies.DANGER))
                .isEmpty();
    }
}
