namespace Budgeting.Core; internal static class Marker;
