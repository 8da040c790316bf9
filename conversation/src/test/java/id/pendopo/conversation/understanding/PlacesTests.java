package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTests {

    private final Places places = Phrasebook.of(CountryPack.chosen()).places();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mau lapor jalan rusak dpn sd 3 | dpn sd 3",
                "Lampu jalan di Jl. Melati mati sudah seminggu | Jl. Melati",
                "tumpukan sampah di TPS Pasar Legi yang sudah 2 minggu | TPS Pasar Legi",
                "air mati dekat masjid Al Huda sejak kemarin | dekat masjid Al Huda",
                "big hole in front of SD 3 since Monday | in front of SD 3"
            })
    void findsThePlaceInAComplaint(String text, String place) {
        assertThat(places.in(text)).contains(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jalan depan sd 3 bolong | depan sd 3",
                "jln dpn smp 2 bolong2 parah bgt | jln dpn smp 2",
                "aspal dekat balai desa retak2 sama ambles | dekat balai desa",
                "jembatan dusun krajan ambruk semalam | dusun krajan",
                "tanggul desa sukamaju jebol tolong pak | desa sukamaju",
                "got depan toko berkah mampet bau banget | depan toko berkah",
                "selokan samping masjid al ikhlas tersumbat sampah | samping masjid al ikhlas",
                "sampah di belakang pasar baru bau sekali | belakang pasar baru",
                "sampah dekat terminal numpuk udah seminggu | dekat terminal",
                "tebing belakang sd 1 longsor | belakang sd 1",
                "jalan di kampung rawa kebanjiran sedengkul | kampung rawa",
                "lampu merah simpang lima mati total | simpang lima",
                "pju perempatan kantor pos padam dari kemarin | perempatan kantor pos",
                "jln gang melati rt 3 rusak parah sekali | jln gang melati rt 3",
                "trotoar depan puskesmas wanasari pecah-pecah | depan puskesmas wanasari",
                "pohon depan smk 1 miring mau roboh | depan smk 1",
                "depan sd 3 ada lubang gede | depan sd 3",
                "jalan dekat smk 2 hancur lebur motor pada jatuh | dekat smk 2",
                "tebing di belakang mushola mulai retak | belakang mushola",
                "simpang tugu macet banget tiap sore | simpang tugu",
                "di jl mawar no 3 bolongnya makin besar | jl mawar no 3",
                "jl dahlia no 2 depan warung bu Wati | jl dahlia no 2 depan warung bu Wati",
                "sampah numpuk samping rumah pak haji tolong diangkut | samping rumah pak haji",
                "di jl dahlia bu tolong dibenerin | jl dahlia",
                "the road near pasar legi broken | near pasar legi"
            })
    void endsThePlaceBeforeWhatIsWrongThere(String text, String place) {
        assertThat(places.in(text)).contains(place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jl batu bolong rusak parah | jl batu bolong",
                "kantor di kelurahan lubang buaya kebanjiran | kelurahan lubang buaya",
                "jl Banjir Kanal Barat macet | jl Banjir Kanal Barat",
                "lampu jalan di kota bau-bau mati | kota bau-bau"
            })
    void leavesANameWhole(String text, String place) {
        assertThat(places.in(text)).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jalan rusak parah",
                "listrik padam di rumah saya",
                "tolong di perbaiki segera",
                "sampah menumpuk",
                "selokan depan rumah tersumbat sampah"
            })
    void findsNoPlaceWhereNoneIsTold(String text) {
        assertThat(places.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "saya di depan indomaret jl sudirman | true",
                "posisi saya dekat masjid Al Huda sekarang pak | true",
                "sampah di depan pasar lagi | false",
                "jalan rusak dpn sd 3 | false",
                "saya ini | false"
            })
    void whereSomebodyIsTellsNothingElse(String text, boolean alone) {
        assertThat(places.alone(text)).isEqualTo(alone);
    }
}
