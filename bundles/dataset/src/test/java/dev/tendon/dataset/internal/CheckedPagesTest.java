/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.dataset.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes that parquet-java would take memory for. */
class CheckedPagesTest {
    private static final PrimitiveType TYPE =
            Types.optional(PrimitiveTypeName.INT64).named("index");

    private record Pages(DictionaryPage dictionary, DataPage data) implements PageReader {
        @Override
        public DictionaryPage readDictionaryPage() {
            return dictionary;
        }

        @Override
        public long getTotalValueCount() {
            return data.getValueCount();
        }

        @Override
        public DataPage readPage() {
            return data;
        }
    }

    private static CheckedPages pages(int dictionarySize, int values, Encoding encoding, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new CheckedPages(
                new Pages(
                        new DictionaryPage(BytesInput.from(new byte[16]), dictionarySize, Encoding.PLAIN),
                        new DataPageV1(
                                BytesInput.from(bytes),
                                values,
                                bytes.length,
                                Statistics.createStats(TYPE),
                                Encoding.RLE,
                                Encoding.RLE,
                                encoding)),
                new ColumnDescriptor(new String[] {"index"}, TYPE, 0, 1));
    }

    @Test
    void letsAnHonestPageThrough() {
        // Two definition levels in one run; two indices of one bit, packed.
        CheckedPages pages = pages(2, 2, Encoding.RLE_DICTIONARY, "020000000401" + "010302");
        assertThat(pages.readDictionaryPage().getDictionarySize()).isEqualTo(2);
        assertThat(pages.readPage().getValueCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "a packed run of a thousand million levels,   2, 04000000" + "ffffff7f, run of",
        "levels longer than the page,                 2, ffffff7f" + "0401, ends early",
        "a packed run of many indices,                2, 020000000401" + "01ffffff7f, run of",
        "indices of 77 bits,                          2, 020000000401" + "4d0302, 77 bits",
        "no levels at all,                            2, 02, ends early",
        "more values than any writer makes,  2147483647, 020000000401" + "010302, 2147483647 values",
        "no values,                                   0, 020000000401" + "010302, 0 values"
    })
    void refusesAPageWith(String what, int values, String hex, String said) {
        assertThatThrownBy(() -> pages(2, values, Encoding.RLE_DICTIONARY, hex).readPage())
                .isInstanceOf(Damage.Corrupt.class)
                .hasMessageContaining(said);
    }

    @Test
    void refusesADictionaryOfMoreEntriesThanItsBytesHold() {
        assertThatThrownBy(() -> pages(Integer.MAX_VALUE, 2, Encoding.PLAIN, "020000000401")
                        .readDictionaryPage())
                .isInstanceOf(Damage.Corrupt.class)
                .hasMessageContaining("16 bytes");
    }

    @Test
    void refusesEncodingsThatItCannotCheck() {
        assertThatThrownBy(() -> pages(2, 2, Encoding.DELTA_BINARY_PACKED, "020000000401")
                        .readPage())
                .isInstanceOf(Damage.Unsupported.class)
                .hasMessageContaining("DELTA_BINARY_PACKED");
    }
}
