using System.Globalization;
using System.Text;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Tests.Support;

/// <summary>Files of one line, of the records of <see cref="FilledCosts"/>: their owner is Ann, and what they are of goes by these names.</summary>
public static class Lines
{
    public static byte[] Of(ContributionDto c) => Bytes($"owner,amount,date\nAnn,{c.Amount},{c.Date:yyyy-MM-dd}");

    public static byte[] Of(ExpenseDto e) => Bytes($"paymentType,amount,date,paidBy,budgetItem\n{e.PaymentType},{e.Amount},{e.Date:yyyy-MM-dd},Ann,Repairs (1)");

    public static byte[] Of(ReadingDto r) => Bytes($"budgetItem,property,meterSerial,startReading,endReading\nrepairs (1),Ann's,{r.MeterSerial},{r.StartReading},{r.EndReading}");

    public static byte[] Bytes(FormattableString text) => Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture));
}
