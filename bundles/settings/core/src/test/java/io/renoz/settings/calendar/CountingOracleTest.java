package io.renoz.settings.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.problem.Problem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random calendars against one that asks of every single minute whether it is open. Days around changes of clocks are the most
 * likely ones; each seed is one hundred calendars.
 */
class CountingOracleTest {

    private static final int CALENDARS = 100;
    private static final int DAYS_SEEN = 12;
    private static final List<String> ZONES = List.of(
            "Australia/Sydney",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Beirut",
            "America/Havana",
            "America/St_Johns",
            "America/Sao_Paulo",
            "Pacific/Apia",
            "Asia/Kathmandu",
            "UTC");

    /** 2009 and 2010 hold changes at a minute past midnight in St John's; 2011 a day that Samoa left out. */
    private static final List<String> MOMENTS = List.of(
            "2026-03-27T00:00:00Z",
            "2026-10-23T00:00:00Z",
            "2026-04-03T00:00:00Z",
            "2026-03-06T00:00:00Z",
            "2010-11-05T00:00:00Z",
            "2009-03-06T00:00:00Z",
            "2011-12-28T00:00:00Z",
            "2024-02-27T00:00:00Z",
            "2018-02-16T00:00:00Z",
            "2018-11-02T00:00:00Z");

    private final Random random = new Random();

    private record Sample(Week week, Instant start) {}

    private Sample sample() {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        var shifts = new ArrayList<Shift>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int at = random.nextInt(4) * 15;
            while (random.nextInt(4) > 0 && at < 24 * 60 - 15) {
                int opens = at + (random.nextBoolean() ? 0 : random.nextInt(30) * 15);
                int closes = opens + (1 + random.nextInt(random.nextBoolean() ? 8 : 60)) * 15;
                if (opens >= 24 * 60) {
                    break;
                }
                shifts.add(new Shift(day, time(opens), closes >= 24 * 60 ? LocalTime.MIDNIGHT : time(closes)));
                at = closes;
            }
        }
        Instant start = Instant.parse(MOMENTS.get(random.nextInt(MOMENTS.size())))
                .plus(Duration.ofMinutes(random.nextInt(4 * 24 * 60)));
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            holidays.add(start.atZone(zone).toLocalDate().plusDays(random.nextInt(DAYS_SEEN)));
        }
        return new Sample(new Week(zone, shifts, holidays::contains), start);
    }

    private static LocalTime time(int minutes) {
        return LocalTime.ofSecondOfDay(minutes * 60L);
    }

    /** SET-12, to the letter. */
    private static boolean open(Week week, Instant moment) {
        ZonedDateTime local = moment.atZone(week.zone());
        LocalTime time = local.toLocalTime();
        return !week.holidays().test(local.toLocalDate())
                && week.shifts().stream()
                        .anyMatch(shift -> shift.day() == local.getDayOfWeek()
                                && !time.isBefore(shift.opens())
                                && (shift.closes().equals(LocalTime.MIDNIGHT) || time.isBefore(shift.closes())));
    }

    /** Whether each minute of the days seen is open, by asking. */
    private static boolean[] minutes(Sample sample) {
        var open = new boolean[DAYS_SEEN * 24 * 60];
        for (int i = 0; i < open.length; i++) {
            open[i] = open(sample.week, sample.start.plus(Duration.ofMinutes(i)));
        }
        return open;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("SET-12, SET-13: agrees with one who looks at the clock every minute")
    void agreesWithASlowOne(long seed) {
        random.setSeed(seed);
        for (int i = 0; i < CALENDARS; i++) {
            Sample sample = sample();
            boolean[] open = minutes(sample);
            Counting counting = sample.week.counting();

            assertThat(sum(open, open.length))
                    .as("%s", sample)
                    .isEqualTo(counting.minutesBetween(sample.start, minute(sample, open.length)));
            for (int probe = 0; probe < 20; probe++) {
                int at = random.nextInt(open.length);
                assertThat(counting.isOpen(minute(sample, at)))
                        .as("%s at %s", sample, at)
                        .isEqualTo(open[at]);
                assertThat(counting.minutesBetween(sample.start, minute(sample, at)))
                        .as("%s to %s", sample, at)
                        .isEqualTo(sum(open, at));
                assertEdges(sample, counting, open, at);
            }
            int total = sum(open, open.length);
            if (total > 0) {
                int asked = 1 + random.nextInt(total);
                assertThat(counting.plusMinutes(sample.start, asked))
                        .as("%s plus %s", sample, asked)
                        .isEqualTo(minute(sample, reaching(open, asked)));
            }
        }
    }

    private static void assertEdges(Sample sample, Counting counting, boolean[] open, int at) {
        expected(open, at, true).ifPresent(edge -> assertThat(counting.nextOpening(minute(sample, at)))
                .as("%s opens after %s", sample, at)
                .contains(minute(sample, edge)));
        expected(open, at, false).ifPresent(edge -> assertThat(counting.nextClosing(minute(sample, at)))
                .as("%s closes after %s", sample, at)
                .contains(minute(sample, edge)));
    }

    /** The first minute after {@code at} that differs in this way from the one before. */
    private static Optional<Integer> expected(boolean[] open, int at, boolean opening) {
        for (int i = at + 1; i < open.length; i++) {
            if (open[i] == opening && open[i - 1] != opening) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Instant minute(Sample sample, int index) {
        return sample.start.plus(Duration.ofMinutes(index));
    }

    private static int sum(boolean[] open, int until) {
        int sum = 0;
        for (int i = 0; i < until; i++) {
            sum += open[i] ? 1 : 0;
        }
        return sum;
    }

    private static int reaching(boolean[] open, int asked) {
        int left = asked;
        for (int i = 0; ; i++) {
            left -= open[i] ? 1 : 0;
            if (left == 0) {
                return i + 1;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    @DisplayName("SET-14: agrees with one who looks at every minute of every day")
    void agreesOnDays(long seed) {
        random.setSeed(seed);
        for (int i = 0; i < CALENDARS; i++) {
            Sample sample = sample();
            int asked = 1 + random.nextInt(5);
            slowDay(sample, asked)
                    .ifPresent(due -> assertThat(sample.week.counting().plusDays(sample.start, asked))
                            .as("%s plus %s days", sample, asked)
                            .isEqualTo(due));
        }
    }

    private static Optional<Instant> slowDay(Sample sample, int asked) {
        LocalDate first = sample.start.atZone(sample.week.zone()).toLocalDate();
        var closings = new java.util.TreeMap<LocalDate, Instant>();
        boolean[] open = minutes(sample);
        for (int i = 0; i < open.length; i++) {
            LocalDate date = minute(sample, i).atZone(sample.week.zone()).toLocalDate();
            if (open[i] && date.isAfter(first)) {
                closings.put(date, minute(sample, i + 1));
            }
        }
        LocalDate lastSeen =
                minute(sample, open.length).atZone(sample.week.zone()).toLocalDate();
        return closings.headMap(lastSeen).values().stream().skip(asked - 1L).findFirst();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    @DisplayName("SET-13: adding takes as many open minutes as it was asked to, and none can be left out")
    void addsWhatItCounts(long seed) {
        random.setSeed(seed);
        for (int i = 0; i < CALENDARS; i++) {
            Sample sample = sample();
            int asked = random.nextInt(20_000);
            Counting counting = sample.week.counting();
            try {
                Instant due = counting.plusMinutes(sample.start, asked);
                assertThat(counting.minutesBetween(sample.start, due))
                        .as("%s plus %s", sample, asked)
                        .isEqualTo(asked);
            } catch (Problem refused) {
                assertThat(counting.minutesBetween(sample.start, sample.start.plus(Duration.ofDays(366))))
                        .isLessThanOrEqualTo(asked);
            }
        }
    }
}
